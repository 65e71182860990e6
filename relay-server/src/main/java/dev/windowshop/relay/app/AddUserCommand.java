package dev.windowshop.relay.app;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.UserRole;
import dev.windowshop.relay.account.AccountRules;
import dev.windowshop.relay.account.PasswordCost;
import dev.windowshop.relay.account.PasswordService;
import dev.windowshop.relay.account.Passwords;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `user add`.
@Command(
    name = "add",
    description = "Make an account. Prints a password that is made up, for them to change.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AddUserCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The user name.")
  private String username;

  @Option(
      names = "--email",
      required = true,
      paramLabel = "ADDRESS",
      description = "Their email address.")
  private String email;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "What they are shown as (default: the user name).")
  private @Nullable String displayName;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "user",
      description = "user, moderator or admin (default: ${DEFAULT-VALUE}).")
  private String role;

  @Mixin private AccountsOption accounts;

  @Override
  public Integer call() {
    UserRole wanted = RoleCommand.role(spec, role);
    PrintWriter out = spec.commandLine().getOut();
    accounts.work((database, operator) -> {
      try (Passwords passwords = new Passwords(PasswordCost.DEFAULT)) {
        // The password is made up after this, and strong: the one here only passes the rules.
        Auth.SignUp checked =
            AccountRules.check(new Auth.SignUp(email, username, "wHKx7-qPz4f-91mVt", displayName));
        String shown = checked.displayName();
        operator.add(
            checked.username(), checked.email(), shown == null ? checked.username() : shown);
        if (wanted != UserRole.USER) {
          operator.setRole(checked.username(), wanted);
        }
        String password =
            PasswordService.offline(database, passwords, Clock.systemUTC())
                .reset(checked.username(), null);
        out.println("The password of " + checked.username() + " is " + password);
      }
    });
    out.flush();
    return 0;
  }
}

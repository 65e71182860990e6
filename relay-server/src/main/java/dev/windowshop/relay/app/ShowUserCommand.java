package dev.windowshop.relay.app;

import dev.windowshop.relay.account.SuspensionRepository.Suspension;
import dev.windowshop.relay.moderation.OperatorService.Account;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `user show`.
@Command(
    name = "show",
    description = "Say what there is to know about an account.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ShowUserCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The user name.")
  private String username;

  @Mixin private AccountsOption accounts;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    accounts.work((database, operator) -> {
      Account account = operator.find(username);
      Suspension suspension = account.suspension();
      out.println("user name     " + account.user().username());
      out.println("display name  " + account.user().displayName());
      out.println("email         " + account.email());
      out.println("id            " + account.user().id());
      out.println("role          " + ListUsersCommand.role(account.role()));
      out.println("joined        " + account.createdAt());
      out.println(
          "last seen     "
              + (account.user().lastSeen() == null ? "never" : account.user().lastSeen()));
      if (suspension != null) {
        out.println(
            "suspended     since "
                + suspension.since()
                + (suspension.until() == null
                    ? ", until further notice"
                    : ", until " + suspension.until()));
      }
    });
    out.flush();
    return 0;
  }
}

package dev.windowshop.relay.app;

import dev.windowshop.protocol.UserRole;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `user promote` and `user demote`.
final class RoleCommand {
  private RoleCommand() {}

  /// @throws ParameterException when it is none
  static UserRole role(CommandSpec spec, String name) {
    for (UserRole role : UserRole.values()) {
      if (role != UserRole.UNKNOWN && role.name().equals(name.toUpperCase(Locale.ROOT))) {
        return role;
      }
    }
    throw new ParameterException(
        spec.commandLine(), "--role must be user, moderator or admin, not '" + name + "'.");
  }

  @Command(
      name = "promote",
      description = {
        "Let somebody look after the shop: a moderator sees reports, hides and suspends; an admin"
            + " also suspends moderators.",
        "A relay that is serving the folder knows at once."
      },
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Promote implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The user name.")
    private String username;

    @Option(
        names = "--role",
        paramLabel = "ROLE",
        defaultValue = "moderator",
        description = "moderator or admin (default: ${DEFAULT-VALUE}).")
    private String role;

    @Mixin private AccountsOption accounts;

    @Override
    public Integer call() {
      UserRole wanted = role(spec, role);
      if (!wanted.moderates()) {
        throw new ParameterException(
            spec.commandLine(), "--role must be moderator or admin; 'demote' takes it away.");
      }
      accounts.work((database, operator) -> operator.setRole(username, wanted));
      say(spec, username + " is now " + (wanted == UserRole.ADMIN ? "an admin." : "a moderator."));
      return 0;
    }
  }

  @Command(
      name = "demote",
      description = "Make somebody an ordinary user again.",
      mixinStandardHelpOptions = true,
      sortOptions = false)
  static final class Demote implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The user name.")
    private String username;

    @Mixin private AccountsOption accounts;

    @Override
    public Integer call() {
      accounts.work((database, operator) -> operator.setRole(username, UserRole.USER));
      say(spec, username + " is now an ordinary user.");
      return 0;
    }
  }

  static void say(CommandSpec spec, String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}

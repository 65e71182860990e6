package dev.windowshop.relay.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `user unsuspend`.
@Command(
    name = "unsuspend",
    description = "Let somebody in again.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class UnsuspendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The user name.")
  private String username;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      defaultValue = "At the command line",
      description = "The reason, for the log.")
  private String why;

  @Mixin private AccountsOption accounts;

  @Override
  public Integer call() {
    accounts.work((database, operator) -> operator.unsuspend(username, why));
    RoleCommand.say(spec, username + " may sign in again.");
    return 0;
  }
}

package dev.windowshop.relay.app;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `user suspend`.
@Command(
    name = "suspend",
    description = {
      "Sign somebody out everywhere and keep them out.",
      "A relay that is serving the folder ends their connections within seconds."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class SuspendCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "The user name.")
  private String username;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "For how long (default: until further notice).")
  private @Nullable Integer days;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      defaultValue = "At the command line",
      description = "The reason, for the log.")
  private String why;

  @Mixin private AccountsOption accounts;

  @Override
  public Integer call() {
    if (days != null && (days < 1 || days > 3650)) {
      throw new ParameterException(spec.commandLine(), "--days must be between 1 and 3650.");
    }
    Instant until = days == null ? null : Instant.now().plus(Duration.ofDays(days));
    accounts.work((database, operator) -> operator.suspend(username, until, why));
    RoleCommand.say(
        spec,
        username
            + " is suspended"
            + (until == null ? " until further notice." : " until " + until + "."));
    return 0;
  }
}

package dev.windowshop.relay.app;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// How recommendations are made.
final class RecommendOptions {
  private static final int WEEK = 7 * 24 * 60;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--recommend-every",
      paramLabel = "MINUTES",
      defaultValue = "60",
      description =
          "How often popularity, features and recommendations are learnt anew"
              + " (default: ${DEFAULT-VALUE}).")
  private int recommendEvery;

  Duration every() {
    if (recommendEvery < 1 || recommendEvery > WEEK) {
      throw new ParameterException(
          spec.commandLine(),
          "--recommend-every must be between 1 and " + WEEK + ", not " + recommendEvery + ".");
    }
    return Duration.ofMinutes(recommendEvery);
  }
}

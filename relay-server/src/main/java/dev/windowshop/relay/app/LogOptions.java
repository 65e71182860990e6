package dev.windowshop.relay.app;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What the log looks like.
final class LogOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--log-format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Lines of text or of JSON, on standard error (default: ${DEFAULT-VALUE}).")
  private String format;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      defaultValue = "info",
      description = "error, warn, info, debug or trace (default: ${DEFAULT-VALUE}).")
  private String level;

  void apply() {
    if (!format.equals("text") && !format.equals("json")) {
      throw wrong("--log-format must be text or json, not '" + format + "'.");
    }
    if (!level.toLowerCase(Locale.ROOT).matches("error|warn|info|debug|trace")) {
      throw wrong("--log-level must be error, warn, info, debug or trace, not '" + level + "'.");
    }
    LogSetup.change(format.equals("json"), level);
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}

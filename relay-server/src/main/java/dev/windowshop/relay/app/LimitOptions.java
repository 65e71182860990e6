package dev.windowshop.relay.app;

import dev.windowshop.relay.limit.ClientAddresses;
import dev.windowshop.relay.limit.LimitConfig;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// How often somebody may do something, and whose word is taken for who it is.
final class LimitOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--limit",
      paramLabel = "NAME=COUNT/PERIOD",
      split = ",",
      description =
          "How often somebody may do something, for example sign-up=5/1h, searches=off or all=off;"
              + " may be given several times. The names are in docs/operations.md.")
  private List<String> limits = List.of();

  @Option(
      names = "--trusted-proxy",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "Proxy whose X-Forwarded-For says who the client is, for example 10.0.0.5 or"
              + " 10.0.0.0/8; may be given several times.")
  private List<String> trustedProxies = List.of();

  LimitConfig limits() {
    try {
      return LimitConfig.parse(limits);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--limit: " + e.getMessage() + ".", e);
    }
  }

  List<String> trustedProxies() {
    try {
      new ClientAddresses(trustedProxies);
      return trustedProxies;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--trusted-proxy: " + e.getMessage() + ".", e);
    }
  }
}

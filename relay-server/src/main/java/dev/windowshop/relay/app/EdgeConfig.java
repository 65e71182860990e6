package dev.windowshop.relay.app;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a relay meets the world outside.
///
/// @param tls null for plain HTTP
/// @param corsOrigins origins of browsers that may use it; `*` is any
/// @param metricsToken what `/metrics` takes from other machines; null for nothing
public record EdgeConfig(
    @Nullable TlsConfig tls, List<String> corsOrigins, @Nullable String metricsToken) {
  public static final EdgeConfig PLAIN = new EdgeConfig(null, List.of(), null);

  public EdgeConfig {
    corsOrigins = List.copyOf(corsOrigins);
  }

  @Override
  public String toString() {
    return "EdgeConfig[" + tls + ", " + corsOrigins + ", [REDACTED]]";
  }
}

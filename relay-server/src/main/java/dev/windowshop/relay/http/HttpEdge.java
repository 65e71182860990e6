package dev.windowshop.relay.http;

import dev.windowshop.relay.limit.ClientAddresses;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.stop.Work;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the API needs to know of the world outside.
///
/// @param corsOrigins origins of browsers that may use it; `*` is any
/// @param secure whether it is served over TLS
/// @param operatorToken what [Access#OPERATOR] takes from other machines; null for nothing
public record HttpEdge(
    Limits limits,
    ClientAddresses addresses,
    Set<String> corsOrigins,
    boolean secure,
    @Nullable String operatorToken,
    Work work,
    HttpObserver observer) {
  public HttpEdge {
    corsOrigins = Set.copyOf(corsOrigins);
  }

  @Override
  public String toString() {
    return "HttpEdge[" + corsOrigins + ", secure=" + secure + ", [REDACTED]]";
  }
}

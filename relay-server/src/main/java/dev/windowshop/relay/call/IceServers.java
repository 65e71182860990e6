package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call.IceServer;
import java.util.List;

/// The STUN and TURN servers a participant may use; credentials may be made for them alone.
@FunctionalInterface
public interface IceServers {
  List<IceServer> forUser(String userId);

  /// The same public servers for everybody.
  static IceServers ofUrls(List<String> urls) {
    List<IceServer> servers =
        urls.isEmpty() ? List.of() : List.of(new IceServer(List.copyOf(urls), null, null));
    return userId -> servers;
  }
}

package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call.IceServer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The STUN and TURN servers a participant may use; credentials may be made for them alone.
@FunctionalInterface
public interface IceServers {
  List<IceServer> forUser(String userId);

  /// The same servers for everybody, those that relay with credentials of one's own.
  ///
  /// @param secret null for TURN servers that ask for none
  static IceServers of(List<String> urls, @Nullable TurnSecret secret, Clock clock) {
    List<String> open = urls.stream().filter(url -> secret == null || !isTurn(url)).toList();
    List<String> signed = urls.stream().filter(url -> secret != null && isTurn(url)).toList();
    return userId -> {
      List<IceServer> servers = new ArrayList<>();
      if (!open.isEmpty()) {
        servers.add(new IceServer(open, null, null));
      }
      if (secret != null && !signed.isEmpty()) {
        servers.add(secret.sign(signed, userId, clock.instant()));
      }
      return List.copyOf(servers);
    };
  }

  static boolean isTurn(String url) {
    return url.regionMatches(true, 0, "turn", 0, 4);
  }
}

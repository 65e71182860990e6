package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCIceTransportPolicy;
import dev.onvoid.webrtc.TlsCertPolicy;
import dev.windowshop.protocol.Call;
import java.util.List;
import java.util.Objects;

/// Which ways a call's connections may take.
public record CallPath(List<Call.IceServer> servers, boolean relayOnly) {
  /// Set to `unchecked`, TURN over TLS takes any certificate: for tests, whose server has none that
  /// anybody vouches for.
  public static final String CERTIFICATES_PROPERTY = "windowshop.media.turnCertificates";

  /// The way to somebody who is not to learn the address: through TURN alone, where there is one.
  CallPath to(boolean stranger) {
    boolean canRelay =
        servers.stream()
            .anyMatch(server -> server.urls().stream().anyMatch(url -> isTurn(url, server)));
    return stranger && canRelay && !relayOnly ? new CallPath(servers, true) : this;
  }

  private static boolean isTurn(String url, Call.IceServer server) {
    return url.startsWith("turn") && usable(url, server);
  }

  RTCConfiguration configuration() {
    RTCConfiguration configuration = new RTCConfiguration();
    configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
    configuration.iceTransportPolicy =
        relayOnly ? RTCIceTransportPolicy.RELAY : RTCIceTransportPolicy.ALL;
    for (Call.IceServer server : servers) {
      RTCIceServer ice = new RTCIceServer();
      server.urls().stream().filter(url -> usable(url, server)).forEach(ice.urls::add);
      if (ice.urls.isEmpty()) {
        continue;
      }
      ice.username = Objects.requireNonNullElse(server.username(), "");
      ice.password = Objects.requireNonNullElse(server.credential(), "");
      if ("unchecked".equals(System.getProperty(CERTIFICATES_PROPERTY))) {
        ice.tlsCertPolicy = TlsCertPolicy.INSECURE_NO_CHECK;
      }
      configuration.iceServers.add(ice);
    }
    return configuration;
  }

  /// One that is not would make every connection of the call fail.
  private static boolean usable(String url, Call.IceServer server) {
    boolean relay = url.startsWith("turn:") || url.startsWith("turns:");
    return relay
        ? server.username() != null && server.credential() != null
        : url.startsWith("stun:") || url.startsWith("stuns:");
  }
}

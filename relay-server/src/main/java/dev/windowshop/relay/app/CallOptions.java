package dev.windowshop.relay.app;

import dev.windowshop.relay.call.IceServers;
import dev.windowshop.relay.call.TurnSecret;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How calls find their way between networks, as options.
final class CallOptions {
  private static final int MOST_HOURS = 24 * 7;

  @Option(
      names = "--ice-server",
      paramLabel = "URL",
      split = ",",
      description =
          "STUN or TURN server for calls between networks, for example"
              + " stun:stun.example.org:3478; may be given several times.")
  private List<String> iceServers = List.of();

  @Option(
      names = "--turn-secret",
      paramLabel = "SECRET",
      description =
          "What the TURN servers know as static-auth-secret: callers then get credentials of their"
              + " own that end by themselves.")
  private @Nullable String turnSecret;

  @Option(
      names = "--turn-hours",
      paramLabel = "N",
      defaultValue = "12",
      description = "How long such credentials work (default: ${DEFAULT-VALUE}).")
  private int turnHours;

  /// @throws IllegalArgumentException saying in a sentence which option is wrong
  List<String> iceServers() {
    for (String server : iceServers) {
      if (!server.matches("(?i)(stun|turn)s?:[^\\s]+")) {
        throw new IllegalArgumentException(
            "--ice-server must begin with stun: or turn:, not '" + server + "'.");
      }
    }
    return iceServers;
  }

  /// Null for TURN servers that ask for no credentials.
  ///
  /// @throws IllegalArgumentException saying in a sentence which option is wrong
  @Nullable TurnSecret turnSecret() {
    if (turnHours < 1 || turnHours > MOST_HOURS) {
      throw new IllegalArgumentException(
          "--turn-hours must be between 1 and " + MOST_HOURS + ", not " + turnHours + ".");
    }
    if (turnSecret == null || turnSecret.isBlank()) {
      return null;
    }
    if (iceServers.stream().noneMatch(IceServers::isTurn)) {
      throw new IllegalArgumentException(
          "--turn-secret needs a server: --ice-server turn:HOST:3478.");
    }
    return new TurnSecret(turnSecret, Duration.ofHours(turnHours));
  }
}

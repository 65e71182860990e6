package dev.windowshop.relay.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// What a relay is told when it starts.
///
/// @param data folder of its database, secrets and pictures
/// @param port 0 for any that is free
/// @param demo fill an empty database with the demo shop
/// @param currency ISO 4217; counts at the first start only
/// @param accessLife how long an access token works
/// @param refreshLife how long a session lives unused
/// @param iceServers STUN and TURN addresses that callers are told, `stun:…` or `turn:…`
public record RelayConfig(
    Path data,
    String host,
    int port,
    boolean demo,
    String currency,
    Duration accessLife,
    Duration refreshLife,
    List<String> iceServers,
    Clock clock) {

  public RelayConfig {
    iceServers = List.copyOf(iceServers);
  }

  public static final String DEFAULT_CURRENCY = "EUR";

  /// Loopback, a free port, nothing in it: for tests and tools.
  public static RelayConfig local(Path data) {
    return new RelayConfig(
        data,
        "127.0.0.1",
        0,
        false,
        DEFAULT_CURRENCY,
        Duration.ofMinutes(15),
        Duration.ofDays(30),
        List.of(),
        Clock.systemUTC());
  }

  public RelayConfig withDemo(boolean on) {
    return new RelayConfig(
        data, host, port, on, currency, accessLife, refreshLife, iceServers, clock);
  }

  public RelayConfig withPort(int newPort) {
    return new RelayConfig(
        data, host, newPort, demo, currency, accessLife, refreshLife, iceServers, clock);
  }

  public RelayConfig withClock(Clock newClock) {
    return new RelayConfig(
        data, host, port, demo, currency, accessLife, refreshLife, iceServers, newClock);
  }
}

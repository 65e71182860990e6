package dev.windowshop.client.net;

import java.time.Duration;
import java.time.Instant;

/// What proves who we are. Never printed.
///
/// @param expiresAt of the access token, by this machine's clock
public record Tokens(String accessToken, String refreshToken, Instant expiresAt, String userId) {
  public static Tokens of(dev.windowshop.protocol.Auth.Tokens answer) {
    return new Tokens(
        answer.accessToken(),
        answer.refreshToken(),
        Instant.now().plusSeconds(answer.expiresIn()),
        answer.user().id());
  }

  boolean expiresWithin(Duration time) {
    return Instant.now().plus(time).isAfter(expiresAt);
  }

  @Override
  public String toString() {
    return "Tokens[" + userId + ", [REDACTED]]";
  }
}

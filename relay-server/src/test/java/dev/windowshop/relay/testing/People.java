package dev.windowshop.relay.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Json;
import java.util.Map;

/// Accounts for tests.
public final class People {
  private People() {}

  /// Somebody new, signed in.
  public static Web join(Web web, String name) {
    Web.Answer answer =
        web.post(
            "/auth/signup",
            Json.encode(
                Map.of(
                    "email",
                    name + "@example.org",
                    "username",
                    name,
                    "password",
                    "correct horse battery")));
    assertEquals(201, answer.status(), answer::text);
    return web.token(answer.as(Auth.Tokens.class).accessToken());
  }
}

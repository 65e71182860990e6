package dev.windowshop.relay.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Json;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.testing.SetClock;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsIT {
  private final SetClock clock = new SetClock();

  @TempDir Path data;
  private @Nullable Relay relay;

  private Web start(String... settings) {
    Relay started =
        Relay.start(
            TestDatabases.config(data)
                .withClock(clock)
                .with(config ->
                    config
                        .limits(LimitConfig.parse(List.of(settings)))
                        .trustedProxies(List.of("127.0.0.1"))));
    relay = started;
    return new Web(started.address());
  }

  @AfterEach
  void stop() {
    if (relay != null) {
      relay.close();
    }
  }

  private static Web.Answer signUp(Web web, String name) {
    return web.post(
        "/auth/signup",
        Json.encode(
            Map.of("email", name + "@example.org", "username", name, "password", "correct horse")));
  }

  private static void refused(Web.Answer answer, long retryAfter) {
    assertEquals(429, answer.status(), answer::text);
    assertEquals("rate-limited", answer.problem());
    assertEquals(Long.toString(retryAfter), answer.header("Retry-After"));
    assertEquals(retryAfter, answer.json().path("retryAfter").asLong());
  }

  @Test
  void anAddressSignsUpSoManyTimes() {
    Web web = start("sign-up=2/1h");
    Web other = web.with("X-Forwarded-For", "203.0.113.9");
    assertEquals(201, signUp(web, "first").status());
    assertEquals(201, signUp(web, "second").status());
    refused(signUp(web, "third"), 1800);
    assertEquals(201, signUp(other, "fourth").status());
    clock.advance(Duration.ofMinutes(30));
    assertEquals(201, signUp(web, "third").status());
  }

  @Test
  void searchesAreCountedByUserAndBrowsingIsNot() {
    Web web = start("searches=2/1m");
    Web ann = web.token(signUp(web, "ann").as(Auth.Tokens.class).accessToken());
    Web ben = web.token(signUp(web, "ben").as(Auth.Tokens.class).accessToken());
    assertEquals(200, ann.get("/products?q=lamp").status());
    assertEquals(200, ann.get("/users?q=be").status());
    refused(ann.get("/products?q=lamp"), 30);
    assertEquals(200, ann.get("/products").status());
    assertEquals(200, ben.get("/products?q=lamp").status());
  }

  @Test
  void requestsAreCountedAlsoWhenTheirTokenIsWrong() {
    Web web = start("requests=3/1m");
    for (int i = 0; i < 3; i++) {
      assertEquals(401, web.token("guess" + i).get("/me").status());
    }
    refused(web.token("guess").get("/me"), 20);
    refused(web.get("/products"), 20);
    assertEquals(200, web.get("/health").status());
  }

  @Test
  void aSocketsCommandsAreAcknowledgedWithTheProblem() throws Exception {
    Web web = start("commands=1/1m");
    String token = signUp(web, "ann").as(Auth.Tokens.class).accessToken();
    BlockingQueue<JSONObject> answers = new LinkedBlockingQueue<>();
    Socket socket =
        IO.socket(
            URI.create(Objects.requireNonNull(relay).address()),
            IO.Options.builder()
                .setForceNew(true)
                .setTransports(new String[] {"websocket"})
                .setAuth(Map.of("token", token))
                .build());
    try {
      for (int i = 0; i < 2; i++) {
        socket.emit(
            "typing_start",
            new Object[] {new JSONObject(Map.of("conversationId", "none"))},
            arguments -> answers.add((JSONObject) arguments[0]));
      }
      socket.connect();
      JSONObject one = next(answers).getJSONObject("problem");
      JSONObject other = next(answers).getJSONObject("problem");
      JSONObject refused = one.getInt("status") == 429 ? one : other;
      assertEquals(422 + 429, one.getInt("status") + other.getInt("status"));
      assertEquals(60, refused.getInt("retryAfter"));
    } finally {
      socket.close();
    }
  }

  @Test
  void anAddressThatConnectsTooOftenIsToldWhenToComeBack() throws Exception {
    Web web = start("connections=1/1m");
    String token = signUp(web, "ann").as(Auth.Tokens.class).accessToken();
    BlockingQueue<JSONObject> refusals = new LinkedBlockingQueue<>();
    BlockingQueue<String> connected = new LinkedBlockingQueue<>();
    for (int i = 0; i < 2; i++) {
      Socket socket =
          IO.socket(
              URI.create(Objects.requireNonNull(relay).address()),
              IO.Options.builder()
                  .setForceNew(true)
                  .setReconnection(false)
                  .setAuth(Map.of("token", token))
                  .build());
      socket.on(Socket.EVENT_CONNECT, arguments -> connected.add("yes"));
      socket.on(Socket.EVENT_CONNECT_ERROR, arguments -> refusals.add((JSONObject) arguments[0]));
      socket.connect();
    }
    JSONObject refusal = next(refusals);
    assertEquals("rate-limited", refusal.getString("message"));
    assertEquals(60, refusal.getJSONObject("data").getInt("retryAfter"));
    assertTrue(connected.poll(30, TimeUnit.SECONDS) != null);
  }

  private static JSONObject next(BlockingQueue<JSONObject> queue) throws InterruptedException {
    JSONObject next = queue.poll(30, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came");
    }
    return next;
  }
}

package dev.windowshop.relay.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.relay.db.DatabaseConfig;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Everything that is logged at the most talkative level, looked through for what nobody may read.
class SecretsInLogsIT {
  private static final String PASSWORD = "correct horse battery";
  private static final String GUEST = "Zm9yLXRoZS10ZXN0LW9ubHk";
  private static final String TEXT = "meet me behind the lighthouse";

  @TempDir Path folder;

  private static final class Kept extends AppenderBase<ILoggingEvent> {
    private final JsonLines lines = new JsonLines();
    private final Queue<String> all = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      all.add(new String(lines.encode(event), StandardCharsets.UTF_8));
    }
  }

  @Test
  void noSecretIsInAnyLine() throws Exception {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger ours = context.getLogger("dev.windowshop");
    Level before = ours.getLevel();
    Kept kept = new Kept();
    kept.setContext(context);
    kept.start();
    root.addAppender(kept);
    ours.setLevel(Level.TRACE);
    JsonNode tokens;
    RelayConfig config =
        TestDatabases.config(folder)
            .withDemo(true)
            .with(set ->
                // Every statement is slow, so that every one is logged.
                set.database(
                    new DatabaseConfig(
                        TestDatabases.config(folder).database().address(),
                        java.time.Duration.ofNanos(1))));
    try (Relay relay = Relay.start(config)) {
      tokens = use(relay.address());
    } finally {
      root.detachAppender(kept);
      ours.setLevel(before);
    }
    String log = String.join("", kept.all);
    for (String expected : List.of("slow query", "connected", "ended", "/api/v1/auth/login")) {
      assertTrue(log.contains(expected), expected);
    }
    for (String secret :
        List.of(
            PASSWORD,
            "wrong horse",
            GUEST,
            TEXT,
            "ann@example.org",
            tokens.path("accessToken").asText(),
            tokens.path("accessToken").asText().split("\\.")[2],
            tokens.path("refreshToken").asText())) {
      assertFalse(log.contains(secret), secret);
    }
  }

  private static JsonNode use(String address) throws Exception {
    Web web = new Web(address).with("Windowshop-Guest", GUEST);
    JsonNode tokens =
        web.post(
                "/auth/signup",
                Json.encode(
                    Map.of("email", "ann@example.org", "username", "ann", "password", PASSWORD)))
            .json();
    String ben =
        web.post(
                "/auth/signup",
                Json.encode(
                    Map.of(
                        "email", "benno@example.org", "username", "benno", "password", PASSWORD)))
            .json()
            .at("/user/id")
            .asText();
    String token = tokens.path("accessToken").asText();
    Web own = web.token(token);
    web.post("/auth/login", "{\"login\":\"ann@example.org\",\"password\":\"wrong horse\"}");
    web.post("/auth/login", "{\"login\":\"ann@example.org\",\"password\":\"" + PASSWORD + "\"}");
    web.post("/auth/login", "{\"login\":\"ann@example.org\",\"password\":\"" + PASSWORD);
    web.token(token + "x").get("/me");
    own.get("/users?q=ann@example.org");
    web.get("/products?q=lamp");
    web.get("/recommendations/for-you");
    web.post(
        "/interactions",
        "[{\"id\":\"%s\",\"productId\":\"%s\",\"type\":\"view\",\"at\":\"2026-01-02T03:04:05Z\"}]"
            .formatted(Ids.newId(), Ids.newId()));
    String conversation =
        own.post("/conversations", "{\"kind\":\"direct\",\"userId\":\"" + ben + "\"}")
            .json()
            .path("id")
            .asText();
    BlockingQueue<JSONObject> answers = new LinkedBlockingQueue<>();
    Socket socket =
        IO.socket(
            URI.create(address),
            IO.Options.builder()
                .setForceNew(true)
                .setTransports(new String[] {"websocket"})
                .setAuth(Map.of("token", token))
                .build());
    socket.connect();
    socket.emit(
        "send_message",
        new Object[] {
          new JSONObject(
              Map.of(
                  "conversationId",
                  conversation,
                  "clientId",
                  Ids.newId(),
                  "type",
                  "text",
                  "content",
                  TEXT))
        },
        arguments -> answers.add((JSONObject) arguments[0]));
    socket.emit(
        "renew_token",
        new Object[] {new JSONObject(Map.of("token", token))},
        arguments -> answers.add((JSONObject) arguments[0]));
    for (int i = 0; i < 2; i++) {
      JSONObject answer = answers.poll(30, TimeUnit.SECONDS);
      assertTrue(answer != null && answer.getBoolean("ok"), () -> String.valueOf(answer));
    }
    socket.close();
    web.post(
        "/auth/refresh", "{\"refreshToken\":\"" + tokens.path("refreshToken").asText() + "\"}");
    own.post("/auth/logout", "");
    return tokens;
  }
}

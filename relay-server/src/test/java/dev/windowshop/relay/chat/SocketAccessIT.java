package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.chat.RelayFixture.Person;
import dev.windowshop.relay.testing.TestDatabases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocketAccessIT {
  @TempDir Path data;

  @Test
  void aSocketWithoutTheRightTokenIsToldWhatIsWrongWithIt() {
    String expired;
    Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
    try (RelayFixture relay = new RelayFixture(TestDatabases.config(data).withClock(yesterday))) {
      expired = relay.person("ana").token();
    }
    try (RelayFixture relay = new RelayFixture(data)) {
      Person ben = relay.person("ben");
      Person cleo = relay.person("cleo");
      assertEquals(204, cleo.rest().post("/auth/logout", Map.of()).status());
      String forged = ben.token().substring(0, ben.token().length() - 6) + "AAAAAA";
      assertEquals("unauthenticated", refusal(relay, null));
      assertEquals("token-invalid", refusal(relay, forged));
      assertEquals("token-invalid", refusal(relay, "not a token"));
      assertEquals("token-expired", refusal(relay, expired));
      assertEquals("token-unknown", refusal(relay, cleo.token()));
    }
  }

  @Test
  void aSocketEndsWithItsSession() {
    try (RelayFixture relay = new RelayFixture(data)) {
      Person ana = relay.person("ana");
      try (Device device = ana.device()) {
        ana.rest().post("/auth/logout", Map.of());
        assertEquals(
            ProblemType.TOKEN_UNKNOWN,
            device.await(ServerEvent.Failed.class).problem().problemType());
        device.awaitEnd();
      }
    }
  }

  @Test
  void aSocketEndsWithItsTokenAndTakesANewOneOfItsOwnSessionOnly() {
    RelayConfig brief =
        TestDatabases.config(data).with(config -> config.accessLife(Duration.ofSeconds(10)));
    try (RelayFixture relay = new RelayFixture(brief)) {
      Person ana = relay.person("ana");
      JsonNode other =
          new RestClient(relay.address())
              .post("/auth/login", Map.of("login", "ana", "password", "correct horse battery"))
              .body();
      try (Device kept = ana.device();
          Device swapped = ana.device();
          Device broken = ana.device()) {
        JsonNode ack = kept.send(Command.RENEW_TOKEN, new Command.Renew(ana.token())).join();
        assertTrue(ack.path("ok").asBoolean(), ack::toString);
        String stranger = other.path("accessToken").asText();
        JsonNode refused = swapped.send(Command.RENEW_TOKEN, new Command.Renew(stranger)).join();
        assertEquals(
            ProblemType.TOKEN_INVALID.uri(), refused.at("/problem/type").asText(), "answered");
        swapped.awaitEnd();
        broken.send(Command.RENEW_TOKEN, new Command.Renew("not a token")).join();
        broken.awaitEnd();
        kept.awaitEnd();
        assertEquals(
            ProblemType.TOKEN_EXPIRED,
            kept.await(ServerEvent.Failed.class).problem().problemType());
      }
    }
  }

  @Test
  void whatNamesNoProductIsRefused() {
    try (RelayFixture relay = new RelayFixture(data);
        Device device = relay.person("ana").device()) {
      for (Command command : List.of(Command.WATCH_PRODUCT, Command.UNWATCH_PRODUCT)) {
        JsonNode ack = device.send(command, Map.of()).join();
        assertEquals(422, ack.at("/problem/status").asInt(), () -> command + " " + ack);
      }
    }
  }

  private static String refusal(RelayFixture relay, @Nullable String token) {
    try (Device device = new Device(relay.address(), token)) {
      JsonNode error = device.awaitRefusal();
      String type = error.path("data").path("type").asText();
      assertEquals(error.path("message").asText(), ProblemType.ofUri(type).slug());
      return error.path("message").asText();
    }
  }
}

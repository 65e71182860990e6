package dev.windowshop.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void aNulCharacterIsRefusedAndItsFieldNamed() {
    ProblemException e =
        assertThrows(
            ProblemException.class,
            () -> Json.decode("{\"login\":\"a\\u0000b\",\"password\":\"x\"}", Auth.Login.class));
    assertEquals(ProblemType.INVALID, e.type());
    Map<String, String> errors = e.problem().errors();
    assertNotNull(errors);
    assertTrue(errors.containsKey("login"), errors.toString());
  }

  @Test
  void aLoneSurrogateIsRefusedEvenInsideFreeJson() {
    String body =
        "{\"clientId\":\"c\",\"type\":\"text\",\"content\":\"x\",\"metadata\":{\"a\":[\"\\ud83d\"]}}";
    ProblemException e =
        assertThrows(ProblemException.class, () -> Json.decode(body, Message.Send.class));
    assertEquals(ProblemType.INVALID, e.type());
  }

  @Test
  void aNumberThatItsFieldCannotHoldIsTheFieldsFault() {
    for (String quantity : List.of("1.5", "2.0", "3000000000")) {
      ProblemException e =
          assertThrows(
              ProblemException.class,
              () ->
                  Json.decode(
                      "{\"lines\":[{\"variantId\":\"v\",\"quantity\":" + quantity + "}]}",
                      Cart.class));
      assertEquals(ProblemType.INVALID, e.type(), quantity);
      assertNotNull(e.problem().errors(), quantity);
    }
  }

  @Test
  void nothingIsTakenForWhatItIsNot() {
    for (String lines :
        List.of(
            "[{\"variantId\":\"v\",\"quantity\":\"5\"}]",
            "[{\"variantId\":\"v\",\"quantity\":true}]",
            "[{\"variantId\":\"v\",\"quantity\":\"\"}]")) {
      refused("{\"lines\":" + lines + "}", Cart.class, "lines[0].quantity");
    }
    refused("{\"seq\":\"5\",\"conversationId\":\"c\"}", Command.Mark.class, "seq");
    refused("{\"conversationId\":\"c\",\"media\":0}", Call.Start.class, "media");
    refused("{\"held\":\"true\",\"callId\":\"c\"}", Call.Hold.class, "held");
    refused("{\"held\":1,\"callId\":\"c\"}", Call.Hold.class, "held");
    for (String time :
        List.of("5", "1700000000000", "1.5", "\"5\"", "\"\"", "\"today\"", "[2026,1]")) {
      refused("{\"sendAt\":" + time + "}", ScheduledMessage.Change.class, "sendAt");
    }
    assertEquals(
        Instant.parse("2026-11-26T21:30:00Z"),
        Json.decode("{\"sendAt\":\"2026-11-26T23:30:00+02:00\"}", ScheduledMessage.Change.class)
            .sendAt());
  }

  private static void refused(String body, Class<?> type, String field) {
    ProblemException e = assertThrows(ProblemException.class, () -> Json.decode(body, type), body);
    assertEquals(ProblemType.INVALID, e.type(), body);
    Map<String, String> errors = e.problem().errors();
    assertNotNull(errors, body);
    assertTrue(errors.containsKey(field), errors.toString());
  }

  @Test
  void textIsLookedAtWhereverItComesFrom() {
    String body = "{\"login\":\"a\",\"password\":\"b\",\"more\":\"\\ud83d\"}";
    for (Runnable decode :
        List.<Runnable>of(
            () -> Json.decode(body, Auth.Login.class),
            () -> Json.decode(body.getBytes(StandardCharsets.UTF_8), Auth.Login.class),
            () ->
                Json.decode(
                    Json.mapper().createObjectNode().put("login", "a").put("more", "a\0"),
                    Auth.Login.class))) {
      assertEquals(ProblemType.INVALID, assertThrows(ProblemException.class, decode::run).type());
    }
  }

  @Test
  void aWholeSurrogatePairIsTaken() {
    assertEquals(
        "\ud83d\ude00",
        Json.decode(
                "{\"clientId\":\"c\",\"type\":\"text\",\"content\":\"\\ud83d\\ude00\"}",
                Message.Send.class)
            .content());
  }

  @Test
  void brokenJsonIsMalformedAndAWrongShapeIsInvalid() {
    assertEquals(
        ProblemType.MALFORMED_JSON,
        assertThrows(ProblemException.class, () -> Json.decode("{\"login\":", Auth.Login.class))
            .type());
    assertEquals(
        ProblemType.INVALID,
        assertThrows(
                ProblemException.class,
                () -> Json.decode("{\"login\":[1],\"password\":\"x\"}", Auth.Login.class))
            .type());
    assertEquals(
        ProblemType.INVALID,
        assertThrows(ProblemException.class, () -> Json.decode("null", Auth.Login.class)).type());
  }

  @Test
  void anUnknownFieldIsIgnoredAndAnUnknownEnumValueIsItsDefault() {
    Message.Send send =
        Json.decode(
            "{\"clientId\":\"c\",\"type\":\"hologram\",\"content\":\"x\",\"later\":1}",
            Message.Send.class);
    assertEquals(Message.Type.UNKNOWN, send.type());
  }

  @Test
  void instantsAreIsoInUtc() {
    JsonNode tree =
        Json.tree(new ServerEvent.Ready("e", 1, "u", Instant.ofEpochMilli(1_700_000_000_123L)));
    assertEquals("2023-11-14T22:13:20.123Z", tree.path("serverTime").asText());
  }

  @Test
  void theEndOfAPageIsAnExplicitNull() {
    JsonNode tree = Json.tree(new Page<>(java.util.List.of(), null));
    assertTrue(tree.has("nextCursor") && tree.path("nextCursor").isNull());
  }
}

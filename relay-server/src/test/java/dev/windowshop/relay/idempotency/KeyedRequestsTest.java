package dev.windowshop.relay.idempotency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.relay.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyedRequestsTest {
  @Test
  void whatARelayOfBeforeKeptOfAnOrderIsAnsweredStill() {
    String order = "{\"id\":\"o-1\",\"status\":\"paid\",\"lines\":[]}";
    Response again = KeyedRequests.response(new IdempotencyService.Answer(201, order));
    assertEquals(201, again.status());
    assertEquals(Map.of("Content-Type", "application/json"), again.headers());
    assertArrayEquals(order.getBytes(StandardCharsets.UTF_8), (byte[]) again.body());
  }

  @Test
  void anAnswerComesBackWithItsHeaders() {
    String kept = "{\"headers\":{\"Location\":\"/there\"},\"body\":\"{}\"}";
    Response again = KeyedRequests.response(new IdempotencyService.Answer(201, kept));
    assertEquals(Map.of("Location", "/there"), again.headers());
    assertArrayEquals("{}".getBytes(StandardCharsets.UTF_8), (byte[]) again.body());
  }
}

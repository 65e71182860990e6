package dev.windowshop.client.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderWordsTest {
  private static final String RELAY = "https://shop.example";

  @Test
  void onlyWebPagesAreOpenedToPay() {
    assertEquals(
        Optional.of(RELAY + "/api/v1/payments/test/1"),
        OrderWords.payPage("/api/v1/payments/test/1", RELAY));
    assertEquals(
        Optional.of("https://checkout.stripe.test/c/1"),
        OrderWords.payPage("https://checkout.stripe.test/c/1", RELAY));
    for (String other : new String[] {"", "file:///etc/passwd", "javascript:1", "ssh://host"}) {
      assertEquals(Optional.empty(), OrderWords.payPage(other, RELAY), other);
    }
  }
}

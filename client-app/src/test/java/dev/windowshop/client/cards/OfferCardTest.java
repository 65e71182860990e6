package dev.windowshop.client.cards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfferCardTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private static Offer offer(Offer.State state, Instant until, @Nullable String order) {
    Money price = new Money(1500, "EUR");
    return new Offer(
        "o",
        "c",
        "s",
        "Nord",
        "seller",
        List.of(new Offer.Line("v", "p", "Stool", Map.of(), null, 1, price, price)),
        price,
        null,
        state,
        order,
        "buyer",
        until,
        NOW,
        NOW);
  }

  @Test
  void whatIsOpenClosesByItselfWhenItsTimeIsOver() {
    Offer open = offer(Offer.State.OPEN, NOW.plusSeconds(60), null);
    assertTrue(OfferCard.isOpen(open, NOW));
    assertTrue(OfferCard.state(open, NOW).startsWith("Open until"));
    assertEquals("This offer has expired", OfferCard.state(open, NOW.plusSeconds(60)));
    assertEquals("Taken", OfferCard.state(offer(Offer.State.ACCEPTED, NOW, "order"), NOW));
    assertEquals(
        "Withdrawn by the seller",
        OfferCard.state(offer(Offer.State.WITHDRAWN, NOW.plusSeconds(60), null), NOW));
  }
}

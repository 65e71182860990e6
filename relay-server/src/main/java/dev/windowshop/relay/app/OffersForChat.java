package dev.windowshop.relay.app;

import dev.windowshop.protocol.Offer;
import dev.windowshop.relay.chat.Offers;
import dev.windowshop.relay.notification.Told;
import dev.windowshop.relay.offer.OfferFeature;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What conversations see of offers.
record OffersForChat(OfferFeature offers) implements Offers {
  @Override
  public String make(
      Handle handle, String sellerId, String conversationId, String buyerId, Offer.Make asked) {
    return offers.make(handle, sellerId, conversationId, buyerId, asked);
  }

  @Override
  public List<Told> sent(Handle handle, String id, String messageId, long seq) {
    return offers.sent(handle, id, messageId, seq);
  }

  @Override
  public Map<String, Offer> cards(Handle handle, Set<String> ids) {
    return offers.cards(handle, ids);
  }

  @Override
  public void gone(Handle handle, String id) {
    offers.gone(handle, id);
  }
}

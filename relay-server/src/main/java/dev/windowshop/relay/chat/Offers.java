package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Offer;
import dev.windowshop.relay.notification.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What conversations need to know of offers. Called inside units of work.
public interface Offers {
  /// @return its id
  /// @throws dev.windowshop.protocol.ProblemException 422 for what this person can't offer
  String make(
      Handle handle, String sellerId, String conversationId, String buyerId, Offer.Make asked);

  /// The message of an offer is stored.
  ///
  /// @return whom to tell
  List<Told> sent(Handle handle, String id, String messageId, long seq);

  /// As they are now, by id.
  Map<String, Offer> cards(Handle handle, Set<String> ids);

  /// The message of an offer was taken back, and the offer with it.
  void gone(Handle handle, String id);
}

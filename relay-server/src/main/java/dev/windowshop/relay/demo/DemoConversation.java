package dev.windowshop.relay.demo;

import dev.windowshop.protocol.ConversationKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation of demo people with all that was said, oldest first.
///
/// @param name a group's
/// @param productId what a listing conversation is about
/// @param shopId whose shop a listing conversation is with
/// @param memberIds a group's owner first; of a listing the shopper, then the seller
public record DemoConversation(
    String id,
    ConversationKind kind,
    @Nullable String name,
    @Nullable String description,
    @Nullable String productId,
    @Nullable String shopId,
    List<String> memberIds,
    List<Line> messages) {

  /// @param productId shown as a product card with the text; null for plain text
  public record Line(
      String id,
      String clientId,
      String senderId,
      String text,
      @Nullable String productId,
      Instant at) {}
}

package dev.windowshop.client.cards;

import dev.windowshop.protocol.Product;
import org.jspecify.annotations.Nullable;

/// What the cards need to know of conversations, by their ids. On the FX thread.
public interface Talks {
  /// Whether it has one other side, to whom something can be offered.
  boolean isOfTwo(String conversationId);

  /// Whether it is about what the reader sells.
  boolean isOwnListing(String conversationId);

  /// What it is about, if it is about a product.
  @Nullable Product about(String conversationId);
}

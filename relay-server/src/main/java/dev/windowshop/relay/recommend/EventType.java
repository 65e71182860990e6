package dev.windowshop.relay.recommend;

import java.util.Locale;

/// What somebody did with an item, and how much that says about what they like.
public enum EventType {
  VIEW(1),
  SHARE(1.5),
  WISHLIST(1.5),
  REVIEW(1.5),
  CALL_VIEW(1.5),
  CART(2),
  PURCHASE(2),
  /// Shown, not chosen: says nothing about liking.
  IMPRESSION(0),
  NOT_INTERESTED(0);

  private static final EventType[] ALL = values();

  private final float weight;

  EventType(double weight) {
    this.weight = (float) weight;
  }

  float weight() {
    return weight;
  }

  byte code() {
    return (byte) ordinal();
  }

  static EventType of(byte code) {
    return ALL[code];
  }

  /// The type that a file names; what is not known counts as a view.
  public static EventType named(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_')) {
      case "share", "shared" -> SHARE;
      case "wishlist", "wish", "favorite", "favourite", "like" -> WISHLIST;
      case "review" -> REVIEW;
      case "call_view" -> CALL_VIEW;
      case "cart", "add_to_cart", "addtocart", "basket" -> CART;
      case "purchase", "buy", "order", "transaction" -> PURCHASE;
      case "impression" -> IMPRESSION;
      case "not_interested", "dislike" -> NOT_INTERESTED;
      default -> VIEW;
    };
  }
}

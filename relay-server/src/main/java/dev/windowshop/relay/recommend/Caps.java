package dev.windowshop.relay.recommend;

/// Shares of an answer, 0 to 1, that one category, brand or seller may take while there are others.
public record Caps(double category, double brand, double seller) {
  public static final Caps NONE = new Caps(1, 1, 1);
  public static final Caps SHOP = new Caps(0.4, 0.4, 0.5);

  boolean none() {
    return category >= 1 && brand >= 1 && seller >= 1;
  }
}

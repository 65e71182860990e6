package dev.windowshop.relay.recommend;

/// What can be recommended. Texts may be empty where nothing is known.
///
/// @param price in the smallest unit of the currency
/// @param createdAt epoch milliseconds; 0 where it is not known
public record Item(
    String id,
    String title,
    String category,
    String brand,
    String seller,
    long price,
    boolean inStock,
    long createdAt) {
  /// An item of which only the id is known.
  public static Item bare(String id) {
    return new Item(id, "", "", "", "", -1, true, 0);
  }
}

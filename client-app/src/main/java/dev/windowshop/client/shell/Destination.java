package dev.windowshop.client.shell;

import dev.windowshop.protocol.ProductSort;
import org.jspecify.annotations.Nullable;

/// Where the middle pane can be. Chats are no destination: they live in the dock.
public sealed interface Destination {
  record Home() implements Destination {}

  record ForYou() implements Destination {}

  /// @param text what was typed; null for everything
  record Search(@Nullable String text, SearchFilters filters, ProductSort sort)
      implements Destination {
    public static Search everything() {
      return new Search(null, SearchFilters.NONE, ProductSort.POPULARITY);
    }

    public static Search text(String text) {
      return new Search(text, SearchFilters.NONE, ProductSort.RELEVANCE);
    }

    public static Search category(String category) {
      return new Search(null, SearchFilters.category(category), ProductSort.POPULARITY);
    }

    /// What is reduced.
    public static Search deals() {
      return new Search(null, SearchFilters.NONE.withOnSale(true), ProductSort.POPULARITY);
    }

    /// The same search for other words.
    public Search withText(String typed) {
      return new Search(typed, filters, sort);
    }
  }

  /// One product.
  record ProductPage(String id) implements Destination {}

  record Cart() implements Destination {}

  record Wishlist() implements Destination {}

  record Checkout() implements Destination {}

  record Orders() implements Destination {}

  record OrderPage(String id) implements Destination {}

  /// Money that moved for what one bought.
  record Transactions() implements Destination {}

  /// A shop as everybody sees it.
  record ShopPage(String id) implements Destination {}

  /// A seller's desk.
  record Sell(Desk desk) implements Destination {
    public Sell() {
      this(Desk.ORDERS);
    }
  }

  /// What lies on it.
  enum Desk {
    ORDERS,
    QUESTIONS,
    PRODUCTS,
    STOCK,
    REPLIES,
    SHOP
  }

  /// @param id null for a new product
  record EditProduct(@Nullable String id) implements Destination {}

  record Calls() implements Destination {}

  /// Contacts, and finding people.
  record People() implements Destination {}

  /// For moderators.
  record Moderation() implements Destination {}

  record Settings() implements Destination {}

  /// @param then where to go once signed in; null for where one came from
  record SignIn(@Nullable Destination then) implements Destination {}

  /// @param then where to go once signed up; null for where one came from
  record SignUp(@Nullable Destination then) implements Destination {}
}

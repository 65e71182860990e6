package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations.Reason;
import dev.windowshop.relay.recommend.EventType;
import dev.windowshop.relay.recommend.Recommendation;
import dev.windowshop.relay.recommend.Taste;
import dev.windowshop.relay.recommend.Term;
import dev.windowshop.relay.store.Catalogue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Says in words what the largest term of a score is. Pure.
final class Reasons {
  private final Catalogue catalogue;
  private final Taste taste;
  private final Predicate<String> mayBeNamed;

  /// @param mayBeNamed whether the asker may hear of this product of a profile: in a group's feed,
  ///   what the others did is theirs
  Reasons(Catalogue catalogue, Taste taste, Predicate<String> mayBeNamed) {
    this.catalogue = catalogue;
    this.taste = taste;
    this.mayBeNamed = mayBeNamed;
  }

  Reason of(Product product, Recommendation found) {
    Term first = found.terms().isEmpty() ? null : found.terms().getFirst();
    if (first == null) {
      return popular();
    }
    return switch (first.kind()) {
      case ITEM -> ofItem(first);
      case POPULAR -> popular();
      case POPULAR_IN_CATEGORY -> new Reason("Popular in " + product.category(), null);
      case TASTE -> new Reason(liked(product), null);
      case NEW -> new Reason("New here", null);
    };
  }

  static Reason popular() {
    return new Reason("Popular right now", null);
  }

  private Reason ofItem(Term term) {
    Product because = term.item() == null ? null : catalogue.product(term.item());
    if (because == null) {
      return popular();
    }
    if (!mayBeNamed.test(because.id())) {
      return new Reason("Goes with what you look at together", null);
    }
    return new Reason(what(term.event(), because.title()), because.id());
  }

  private static String what(@Nullable EventType event, String title) {
    return switch (event) {
      case null -> "Because you viewed " + title;
      case VIEW, IMPRESSION, NOT_INTERESTED -> "Because you viewed " + title;
      case CART -> "Because " + title + " is in your cart";
      case PURCHASE -> "Popular with people who bought " + title;
      case WISHLIST -> "Because you wished for " + title;
      case SHARE -> "Because you shared " + title;
      case REVIEW -> "Because you reviewed " + title;
      case CALL_VIEW -> "Because you saw " + title + " in a call";
    };
  }

  private String liked(Product product) {
    if (product.brand() != null && taste.brands().contains(product.brand())) {
      return "Because you like " + product.brand();
    }
    for (Category category : catalogue.categories()) {
      if (taste.categories().contains(category.id())
          && catalogue.isWithin(product.categoryId(), java.util.Set.of(category.id()))) {
        return "Because you like " + category.name();
      }
    }
    return "In your price range";
  }
}

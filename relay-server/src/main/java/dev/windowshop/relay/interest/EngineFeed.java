package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Product;
import dev.windowshop.relay.recommend.Event;
import dev.windowshop.relay.recommend.EventType;
import dev.windowshop.relay.recommend.Item;
import dev.windowshop.relay.recommend.Recommender;
import dev.windowshop.relay.store.CatalogueService;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the engine's picture of the shop and its shoppers current between rebuilds. Thread-safe.
final class EngineFeed {
  private final Recommender engine;
  private final Clock clock;

  EngineFeed(Recommender engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  void happened(String actor, List<Interaction> interactions) {
    long now = clock.millis();
    for (Interaction interaction : interactions) {
      EventType type = type(interaction.type());
      if (type != null) {
        engine.record(
            new Event(actor, interaction.productId(), type, interaction.at().toEpochMilli()), now);
      }
    }
  }

  void forgotten(String actor, String productId) {
    engine.forget(actor, productId);
  }

  /// One thing was taken back; the rest still counts.
  void takenBack(String actor, String productId, List<Interaction> rest) {
    engine.forget(actor, productId);
    happened(actor, rest);
  }

  void forgottenAll(String actor) {
    engine.forgetAll(actor);
  }

  void merged(String guest, String userId) {
    engine.merge(guest, userId);
  }

  /// What is on sale changed.
  void changed(List<CatalogueService.Change> changes) {
    for (CatalogueService.Change change : changes) {
      Product before = change.before();
      Product now = change.now();
      if (now == null) {
        engine.remove(change.id());
      } else if (before == null || !item(before).equals(item(now))) {
        engine.put(item(now));
      }
    }
  }

  static Item item(Product product) {
    return new Item(
        product.id(),
        product.title(),
        product.categoryId(),
        product.brand() == null ? "" : product.brand(),
        product.shop().id(),
        product.price().amount(),
        product.stock() > 0,
        product.createdAt().toEpochMilli());
  }

  /// Null for what counts as nothing.
  static @Nullable EventType type(Interaction.Type type) {
    return switch (type) {
      case VIEW -> EventType.VIEW;
      case CART -> EventType.CART;
      case PURCHASE -> EventType.PURCHASE;
      case WISHLIST -> EventType.WISHLIST;
      case SHARE -> EventType.SHARE;
      case REVIEW -> EventType.REVIEW;
      case CALL_VIEW -> EventType.CALL_VIEW;
      case NOT_INTERESTED -> EventType.NOT_INTERESTED;
      case IMPRESSION -> EventType.IMPRESSION;
      case UNKNOWN -> null;
    };
  }
}

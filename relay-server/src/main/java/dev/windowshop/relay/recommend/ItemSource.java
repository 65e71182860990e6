package dev.windowshop.relay.recommend;

import java.util.function.Consumer;

/// Where a rebuild reads the items from, once.
@FunctionalInterface
public interface ItemSource {
  /// Every item that has been seen in an event exists, and nothing else is known about it.
  ItemSource FROM_EVENTS = items -> {};

  void forEach(Consumer<Item> items);

  /// Whether an item that is not listed, but appears in events, is deleted and must not be
  /// answered.
  default boolean complete() {
    return this != FROM_EVENTS;
  }
}

package dev.windowshop.relay.recommend;

import org.jspecify.annotations.Nullable;

/// Somebody did something with an item.
///
/// @param actor a user or a guest
/// @param at epoch milliseconds
/// @param basket what was bought in one go shares it
public record Event(String actor, String item, EventType type, long at, @Nullable String basket) {
  public Event(String actor, String item, EventType type, long at) {
    this(actor, item, type, at, null);
  }
}

package dev.windowshop.relay.chat;

import java.util.List;

/// What a unit of work answers, and what is to be told once it is committed, in this order.
record Outcome<T>(T value, List<Effect> effects) {
  static <T> Outcome<T> quiet(T value) {
    return new Outcome<>(value, List.of());
  }
}

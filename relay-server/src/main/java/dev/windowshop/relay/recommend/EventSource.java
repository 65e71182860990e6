package dev.windowshop.relay.recommend;

import java.util.function.Consumer;

/// Where a rebuild reads the events from, in any order, once.
@FunctionalInterface
public interface EventSource {
  void forEach(Consumer<Event> events);
}

package dev.windowshop.relay.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// How numbered words are written by those who wrote them, whose case and language may differ: one
/// shop's spelling does not become everybody's because it came first. Thread-safe.
final class Spellings {
  private final Map<Integer, Map<String, LongAdder>> byNumber = new ConcurrentHashMap<>();

  void add(int number, String as) {
    byNumber
        .computeIfAbsent(number, key -> new ConcurrentHashMap<>())
        .computeIfAbsent(as, key -> new LongAdder())
        .increment();
  }

  /// As most write it.
  String of(int number) {
    return byNumber.getOrDefault(number, Map.of()).entrySet().stream()
        .max(
            Map.Entry.<String, LongAdder>comparingByValue(
                    java.util.Comparator.comparingLong(LongAdder::sum))
                .thenComparing(Map.Entry.<String, LongAdder>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse("");
  }
}

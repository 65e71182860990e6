package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Numbers ids from 0 in the order of their first appearance. Filled by one thread, then only read.
final class Names {
  static final int NONE = -1;

  private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
  private @Nullable String[] names = new @Nullable String[1024];

  Names() {
    numbers.defaultReturnValue(NONE);
  }

  int add(String name) {
    int number = numbers.putIfAbsent(name, numbers.size());
    if (number != NONE) {
      return number;
    }
    int added = numbers.size() - 1;
    if (added == names.length) {
      names = Arrays.copyOf(names, 2 * names.length);
    }
    names[added] = name;
    return added;
  }

  /// The number, or `NONE`.
  int of(String name) {
    return numbers.getInt(name);
  }

  String name(int number) {
    String name = names[number];
    if (name == null) {
      throw new IndexOutOfBoundsException(number);
    }
    return name;
  }

  int size() {
    return numbers.size();
  }

  void trim() {
    names = Arrays.copyOf(names, numbers.size());
    numbers.trim();
  }

  /// About; strings of ids are short.
  long bytes() {
    return 64L * numbers.size() + 12L * names.length;
  }
}

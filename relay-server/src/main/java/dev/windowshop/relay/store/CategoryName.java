package dev.windowshop.relay.store;

import java.util.Locale;

/// What categories are called that are made of what somebody wrote.
public final class CategoryName {
  /// Where nobody said.
  public static final String NONE = "Everything else";

  private CategoryName() {}

  /// The last part of a path, with a capital; empty where there is none.
  public static String of(String text) {
    String name = text.substring(text.lastIndexOf('>') + 1).strip();
    if (name.isEmpty()) {
      return "";
    }
    int end = name.offsetByCodePoints(0, 1);
    return name.substring(0, end).toUpperCase(Locale.ROOT) + name.substring(end);
  }
}

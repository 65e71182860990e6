package dev.windowshop.relay.demo;

import dev.windowshop.protocol.Ids;

/// Ids that come out the same at every start. Families keep apart by their name.
final class DemoIds {
  /// 1 January 2026: before any id that a running relay makes.
  private static final long EPOCH = 1_767_225_600_000L;

  private DemoIds() {}

  static String at(String family, int number) {
    return Ids.at(EPOCH + number, family.hashCode() & 0xFFF, seed(family + ':' + number));
  }

  /// A well-spread number for a text.
  static long seed(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return hash ^ (hash >>> 29);
  }
}

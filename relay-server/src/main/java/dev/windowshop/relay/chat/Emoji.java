package dev.windowshop.relay.chat;

import java.util.regex.Pattern;

/// Tells an emoji from other text.
final class Emoji {
  private static final int LENGTH = 32;
  private static final Pattern FLAG = Pattern.compile("[\\x{1F1E6}-\\x{1F1FF}]{2}");
  private static final Pattern KEYCAP = Pattern.compile("[0-9#*]\\uFE0F?\\u20E3");
  private static final Pattern CLUSTER = Pattern.compile("\\X");
  private static final Pattern PICTURE =
      Pattern.compile("[\\p{IsExtended_Pictographic}\\x{1F3FB}-\\x{1F3FF}].*");

  private Emoji() {}

  /// One emoji, with its skin tone, joiners and all.
  static boolean isOne(String text) {
    return text.length() <= LENGTH
        && (FLAG.matcher(text).matches()
            || KEYCAP.matcher(text).matches()
            || (CLUSTER.matcher(text).matches() && PICTURE.matcher(text).matches()));
  }
}

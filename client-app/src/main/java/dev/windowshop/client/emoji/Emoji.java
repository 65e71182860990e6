package dev.windowshop.client.emoji;

import java.util.List;

/// One emoji.
///
/// @param text as it is written
/// @param names between colons, the usual one first
/// @param words what it is called in words
/// @param offset where its picture begins in the pack
/// @param length bytes of its picture
public record Emoji(
    String text, List<String> names, String group, String words, int offset, int length) {
  public String name() {
    return names.getFirst();
  }
}

package dev.windowshop.client.store;

import dev.windowshop.client.shell.Destination;
import java.util.List;

/// What the first page says to whoever is signed in.
///
/// @param name what they are called; empty for a guest
/// @param notes what waits for them, the most pressing first
/// @param talkedTo ids of the shops they talked to, the latest first
public record Welcome(String name, List<Note> notes, List<String> talkedTo) {
  public static final Welcome GUEST = new Welcome("", List.of(), List.of());

  /// @param text a sentence
  /// @param where it leads
  public record Note(Kind kind, String text, Destination where) {}

  public enum Kind {
    ORDER,
    CART,
    WISH
  }
}

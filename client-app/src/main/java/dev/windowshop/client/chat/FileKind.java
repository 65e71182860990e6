package dev.windowshop.client.chat;

import java.util.Locale;

/// What a file is shown as.
public enum FileKind {
  IMAGE,
  VIDEO,
  VOICE,
  FILE;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// A kind that is newer than we are is shown as a file.
  static FileKind ofWire(String text) {
    for (FileKind kind : values()) {
      if (kind.wire().equals(text)) {
        return kind;
      }
    }
    return FILE;
  }
}

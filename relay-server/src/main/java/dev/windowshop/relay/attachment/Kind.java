package dev.windowshop.relay.attachment;

import dev.windowshop.protocol.ProblemException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an attachment is shown as.
enum Kind {
  IMAGE,
  VIDEO,
  VOICE,
  FILE;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Kind ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /// What the sender says it is to be.
  ///
  /// @throws ProblemException 422 when there is no such kind
  static @Nullable Kind wanted(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    for (Kind kind : values()) {
      if (kind.wire().equals(text)) {
        return kind;
      }
    }
    throw ProblemException.invalid("kind", "is not image, video, voice or file");
  }
}

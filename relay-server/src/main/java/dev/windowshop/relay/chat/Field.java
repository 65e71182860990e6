package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import org.jspecify.annotations.Nullable;

/// Checks of single fields of what clients send; a refusal is a 422 that names the field.
final class Field {
  private Field() {}

  static <T> T present(String field, @Nullable T value) {
    if (value == null) {
      throw ProblemException.invalid(field, "is missing");
    }
    return value;
  }

  static String id(String field, @Nullable String value) {
    String id = present(field, value);
    if (!Ids.isId(id)) {
      throw ProblemException.invalid(field, "is not an id");
    }
    return id;
  }

  /// Whether there is nothing to be seen in it.
  static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(point ->
            Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT);
  }

  /// Text that says something, without the space around it.
  static String text(String field, @Nullable String value, int longest) {
    String text = present(field, value).strip();
    if (isBlank(text)) {
      throw ProblemException.invalid(field, "is empty");
    }
    if (text.length() > longest) {
      throw ProblemException.invalid(field, "is longer than " + longest + " characters");
    }
    return text;
  }
}

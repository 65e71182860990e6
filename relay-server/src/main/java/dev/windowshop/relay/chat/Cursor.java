package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// Opaque positions in lists.
final class Cursor {
  private Cursor() {}

  static String of(Object... parts) {
    String text = String.join(":", List.of(parts).stream().map(Object::toString).toList());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// @throws ProblemException 400 when it is none of ours
  static List<String> parts(String cursor, int count) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> parts = List.of(text.split(":", -1));
      if (parts.size() == count) {
        return parts;
      }
    } catch (IllegalArgumentException e) {
      throw bad(e);
    }
    throw bad(null);
  }

  static long number(String part) {
    try {
      return Long.parseLong(part);
    } catch (NumberFormatException e) {
      throw bad(e);
    }
  }

  /// @throws ProblemException 400 when it is no id
  static String id(String part) {
    if (!Ids.isId(part)) {
      throw bad(null);
    }
    return part;
  }

  static ProblemException bad(@org.jspecify.annotations.Nullable Throwable cause) {
    ProblemException problem =
        new ProblemException(ProblemType.BAD_REQUEST, "The cursor is not one of this list's.");
    if (cause != null) {
      problem.addSuppressed(cause);
    }
    return problem;
  }
}

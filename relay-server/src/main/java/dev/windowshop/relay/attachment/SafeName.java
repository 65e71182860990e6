package dev.windowshop.relay.attachment;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// File names as they are kept: without folders, control characters and marks that turn the reading
/// direction (which make `exe` look like `gpj`), and not too long for any file system.
final class SafeName {
  private static final int BYTES = 200;

  private SafeName() {}

  static String of(@Nullable String name) {
    String text = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFC);
    text = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    StringBuilder kept = new StringBuilder();
    text.codePoints().filter(SafeName::isShown).forEach(kept::appendCodePoint);
    String clean = kept.toString().strip().replaceFirst("^\\.+", "");
    if (clean.isEmpty()) {
      return "file";
    }
    int dot = clean.lastIndexOf('.');
    String ending = dot > 0 && clean.length() - dot <= 12 ? clean.substring(dot) : "";
    String stem = clean.substring(0, clean.length() - ending.length());
    while (bytes(stem) + bytes(ending) > BYTES) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + ending;
  }

  /// The name with the ending of what the content became.
  static String withEnding(String name, String ending) {
    int dot = name.lastIndexOf('.');
    return of((dot > 0 ? name.substring(0, dot) : name) + ending);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      default -> "<>:\"|?*".indexOf(c) < 0;
    };
  }
}

package dev.windowshop.relay.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The `Content-Disposition` of a named file (RFC 6266): a plain name for old clients and the true
/// one for the others.
public final class ContentDisposition {
  private static final String PLAIN = "!#$&+-.^_`|~";

  private ContentDisposition() {}

  public static String of(boolean inline, String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> plain.appendCodePoint(c < 0x20 || c > 0x7E || "\"\\%/".indexOf(c) >= 0 ? '_' : c));
    StringBuilder coded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean letter = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      coded.append(letter ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return (inline ? "inline" : "attachment")
        + "; filename=\""
        + plain
        + "\"; filename*=UTF-8''"
        + coded;
  }
}

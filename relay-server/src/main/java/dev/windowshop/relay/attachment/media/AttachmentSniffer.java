package dev.windowshop.relay.attachment.media;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Says what a file is by its content alone. Never throws for any bytes.
public final class AttachmentSniffer {
  private static final int TEXT = 1_000_000;

  private AttachmentSniffer() {}

  public static Sniffed sniff(MediaBytes bytes) {
    return Stream.<Function<MediaBytes, Optional<Sniffed>>>of(
            ImageHeaders::read,
            IsoMedia::read,
            Matroska::read,
            Ogg::read,
            AudioHeaders::read,
            AttachmentSniffer::document)
        .flatMap(reader -> attempt(reader, bytes).stream())
        .findFirst()
        .orElseGet(() -> isText(bytes) ? text(bytes) : Sniffed.other(Sniffed.BINARY));
  }

  private static Optional<Sniffed> attempt(
      Function<MediaBytes, Optional<Sniffed>> reader, MediaBytes bytes) {
    try {
      return reader.apply(bytes);
    } catch (MediaBytes.BeyondEndException e) {
      return Optional.empty();
    }
  }

  private static Optional<Sniffed> document(MediaBytes bytes) {
    String head = bytes.ascii(0, 8);
    if (head.startsWith("%PDF-")) {
      return Optional.of(Sniffed.other("application/pdf"));
    }
    if (head.startsWith("PK\3\4") || head.startsWith("PK\5\6")) {
      return Optional.of(Sniffed.other("application/zip"));
    }
    if (head.startsWith("\37\213")) {
      return Optional.of(Sniffed.other("application/gzip"));
    }
    if (head.startsWith("7z\274\257\47\34")) {
      return Optional.of(Sniffed.other("application/x-7z-compressed"));
    }
    if (head.startsWith("Rar!\32\7")) {
      return Optional.of(Sniffed.other("application/vnd.rar"));
    }
    return Optional.empty();
  }

  /// Text that a browser could take for a page, a picture with scripts or a program is none to us.
  private static Sniffed text(MediaBytes bytes) {
    String head = bytes.ascii(0, 512).replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
    String lower = head.toLowerCase(Locale.ROOT);
    boolean markup = lower.startsWith("<") || lower.contains("<html") || lower.contains("<script");
    return Sniffed.other(markup || head.startsWith("#!") ? Sniffed.BINARY : "text/plain");
  }

  /// Well-formed UTF-8 without control characters, as far as it is looked at.
  private static boolean isText(MediaBytes bytes) {
    long end = Math.min(bytes.size(), TEXT);
    int more = 0;
    for (long at = 0; at < end; at++) {
      int b = bytes.u8(at);
      if (more > 0) {
        if ((b & 0xC0) != 0x80) {
          return false;
        }
        more--;
      } else if (b < 0x20 ? b != '\n' && b != '\r' && b != '\t' && b != '\f' : b == 0x7F) {
        return false;
      } else if (b >= 0x80) {
        more =
            b >= 0xC2 && b <= 0xDF
                ? 1
                : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : -1;
        if (more < 0) {
          return false;
        }
      }
    }
    return bytes.size() > 0 && (more == 0 || end < bytes.size());
  }
}

package dev.windowshop.relay.attachment.media;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// WebM and Matroska: EBML elements. Recorders that write while they record leave the duration out;
/// then the last block's time is it.
final class Matroska {
  private static final int ELEMENTS = 2_000_000;
  private static final int DEPTH = 8;
  private static final long UNKNOWN = -1;

  private final MediaBytes bytes;
  private int elements;
  private String docType = "";
  private long scale = 1_000_000;
  private double duration;
  private long cluster;
  private long last;
  private boolean video;
  private boolean audio;
  private @Nullable Integer width;
  private @Nullable Integer height;

  /// Where the last read number ended.
  private long after;

  private Matroska(MediaBytes bytes) {
    this.bytes = bytes;
  }

  static Optional<Sniffed> read(MediaBytes bytes) {
    if (!bytes.has(0, "\u001A\u0045\u00DF\u00A3")) {
      return Optional.empty();
    }
    Matroska media = new Matroska(bytes);
    try {
      media.elements(0, bytes.size(), 0);
    } catch (MediaBytes.BeyondEndException e) {
      // Cut off: what was found until there counts.
      media.elements = ELEMENTS;
    }
    boolean webm = media.docType.equals("webm");
    if (media.video) {
      return Optional.of(
          Sniffed.video(
              webm ? "video/webm" : "video/x-matroska",
              media.width,
              media.height,
              media.durationMs()));
    }
    return media.audio
        ? Optional.of(Sniffed.audio(webm ? "audio/webm" : "audio/x-matroska", media.durationMs()))
        : Optional.of(Sniffed.other(Sniffed.BINARY));
  }

  private @Nullable Long durationMs() {
    double millis = (duration > 0 ? duration : last) * scale / 1_000_000.0;
    return millis >= 1 && millis < 1e12 ? (long) millis : null;
  }

  private void elements(long from, long to, int depth) {
    long at = from;
    while (at < to && elements++ < ELEMENTS) {
      long id = number(at, false);
      long size = number(after, true);
      long content = after;
      if (content > to) {
        return; // A head that reaches out of what holds it.
      }
      long end = size == UNKNOWN ? to : content + size;
      if (end < content || end > to) {
        end = to;
      }
      // A file that nests without end is none to go down into.
      if (element(id, content, end) && depth < DEPTH) {
        elements(content, end, depth + 1);
      }
      at = end;
    }
  }

  /// @return true when its children are to be looked at
  private boolean element(long id, long at, long end) {
    int length = (int) Math.min(8, end - at);
    return switch ((int) id) {
      // EBML, Segment, Info, Tracks, TrackEntry, Video, Cluster, BlockGroup
      case 0x1A45DFA3, 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0xE0, 0x1F43B675, 0xA0 -> true;
      case 0x4282 -> {
        docType = bytes.ascii(at, (int) Math.min(16, end - at)).replace("\0", "");
        yield false;
      }
      case 0x2AD7B1 -> {
        scale = Math.max(1, unsigned(at, length));
        yield false;
      }
      case 0x4489 -> {
        duration =
            length == 4
                ? Float.intBitsToFloat((int) bytes.u32(at))
                : length == 8 ? Double.longBitsToDouble(bytes.u64(at)) : 0;
        yield false;
      }
      case 0x83 -> {
        long type = unsigned(at, length);
        video |= type == 1;
        audio |= type == 2;
        yield false;
      }
      case 0xB0 -> {
        width = (int) Math.min(Integer.MAX_VALUE, unsigned(at, length));
        yield false;
      }
      case 0xBA -> {
        height = (int) Math.min(Integer.MAX_VALUE, unsigned(at, length));
        yield false;
      }
      case 0xE7 -> {
        cluster = unsigned(at, length);
        last = Math.max(last, cluster);
        yield false;
      }
      case 0xA3, 0xA1 -> {
        number(at, true);
        last = Math.max(last, cluster + (short) bytes.u16(after));
        yield false;
      }
      default -> false;
    };
  }

  private long unsigned(long at, int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | bytes.u8(at + i);
    }
    return value < 0 ? 0 : value;
  }

  /// A number of variable length; with its length marker when it is an id.
  private long number(long at, boolean plain) {
    int first = bytes.u8(at);
    int length = Integer.numberOfLeadingZeros(first) - 23;
    if (length > 8) {
      throw new MediaBytes.BeyondEndException();
    }
    long value = plain ? first & (0xFF >> length) : first;
    boolean ones = value == (0xFF >> length);
    for (int i = 1; i < length; i++) {
      int b = bytes.u8(at + i);
      ones &= b == 0xFF;
      value = value << 8 | b;
    }
    after = at + length;
    return plain && ones ? UNKNOWN : value;
  }
}

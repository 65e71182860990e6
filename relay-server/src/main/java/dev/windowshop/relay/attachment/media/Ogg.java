package dev.windowshop.relay.attachment.media;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Ogg with Opus, Vorbis, Speex, FLAC or Theora; how long it lasts, its last page says.
final class Ogg {
  private static final int TAIL = 70_000;

  private Ogg() {}

  static Optional<Sniffed> read(MediaBytes bytes) {
    if (!bytes.has(0, "OggS")) {
      return Optional.empty();
    }
    long packet = 27L + bytes.u8(26);
    if (bytes.has(packet, "OpusHead")) {
      // Opus always counts at 48 kHz, and from the samples that a decoder drops at the start.
      return Optional.of(
          Sniffed.audio("audio/ogg", duration(bytes, 48_000, bytes.u16le(packet + 10))));
    }
    if (bytes.has(packet, "\u0001vorbis")) {
      return Optional.of(Sniffed.audio("audio/ogg", duration(bytes, bytes.u32le(packet + 12), 0)));
    }
    if (bytes.has(packet, "Speex   ")) {
      return Optional.of(Sniffed.audio("audio/ogg", duration(bytes, bytes.u32le(packet + 36), 0)));
    }
    if (bytes.has(packet, "\u007FFLAC")) {
      long rate = bytes.u32(packet + 9 + 4 + 4 + 10) >> 12;
      return Optional.of(Sniffed.audio("audio/ogg", duration(bytes, rate, 0)));
    }
    if (bytes.has(packet, "\u0080theora")) {
      return Optional.of(
          Sniffed.video(
              "video/ogg", bytes.u16(packet + 10) * 16, bytes.u16(packet + 12) * 16, null));
    }
    return Optional.of(Sniffed.other(Sniffed.BINARY));
  }

  private static @Nullable Long duration(MediaBytes bytes, long rate, long skipped) {
    long serial = bytes.u32le(14);
    int length = (int) Math.min(TAIL, bytes.size());
    MediaBytes tail = MediaBytes.of(bytes.bytes(bytes.size() - length, length));
    for (long at = length - 27L; at >= 0; at--) {
      if (tail.u8(at) == 'O' && tail.has(at, "OggS") && tail.u32le(at + 14) == serial) {
        long samples = tail.u64le(at + 6) - skipped;
        boolean plausible = rate > 0 && samples > 0 && samples < Long.MAX_VALUE / 1000;
        return plausible ? (Long) (samples * 1000 / rate) : null;
      }
    }
    return null;
  }
}

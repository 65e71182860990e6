package dev.windowshop.relay.attachment.media;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// WAV, FLAC, MP3 and AAC in ADTS.
final class AudioHeaders {
  private static final int CHUNKS = 1000;
  private static final int FRAMES = 2_000_000;
  private static final int[] MP3_RATES = {44_100, 48_000, 32_000};
  private static final int[] AAC_RATES = {
    96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
    7_350
  };
  private static final int[][] MP3_KBITS = {
    // MPEG 1: layers 1, 2, 3; MPEG 2: layer 1, layers 2 and 3
    {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
  };

  /// One frame of a stream of frames.
  private record Frame(int length, int samples, int rate) {}

  private AudioHeaders() {}

  static Optional<Sniffed> read(MediaBytes bytes) {
    if (bytes.has(0, "RIFF") && bytes.has(8, "WAVE")) {
      return wav(bytes);
    }
    if (bytes.has(0, "fLaC")) {
      long rate = bytes.u32(18) >> 12;
      long samples = (bytes.u8(21) & 0xFL) << 32 | bytes.u32(22);
      return Optional.of(Sniffed.audio("audio/flac", millis(samples, rate)));
    }
    long start = 0;
    if (bytes.has(0, "ID3")) {
      start =
          10
              + ((bytes.u8(6) & 0x7FL) << 21
                  | (bytes.u8(7) & 0x7F) << 14
                  | (bytes.u8(8) & 0x7F) << 7
                  | (bytes.u8(9) & 0x7F));
    }
    Optional<Sniffed> mp3 = frames(bytes, start, "audio/mpeg", AudioHeaders::mp3Frame);
    return mp3.isPresent() ? mp3 : frames(bytes, start, "audio/aac", AudioHeaders::aacFrame);
  }

  private static @Nullable Long millis(long samples, long rate) {
    boolean plausible = rate > 0 && samples > 0 && samples < Long.MAX_VALUE / 1000;
    return plausible ? (Long) (samples * 1000 / rate) : null;
  }

  private static Optional<Sniffed> wav(MediaBytes bytes) {
    long perSecond = 0;
    long at = 12;
    for (int i = 0; i < CHUNKS && at + 8 <= bytes.size(); i++) {
      long length = bytes.u32le(at + 4);
      if (bytes.has(at, "fmt ")) {
        perSecond = bytes.u32le(at + 16);
      } else if (bytes.has(at, "data")) {
        return Optional.of(
            Sniffed.audio("audio/wav", millis(Math.min(length, bytes.size() - at - 8), perSecond)));
      }
      at += 8 + length + (length & 1);
    }
    return Optional.of(Sniffed.other(Sniffed.BINARY));
  }

  private interface FrameReader {
    @Nullable Frame at(MediaBytes bytes, long at);
  }

  /// Three frames one after the other, or all there are, are no accident.
  private static Optional<Sniffed> frames(
      MediaBytes bytes, long start, String mime, FrameReader reader) {
    double seconds = 0;
    int count = 0;
    long at = start;
    while (count < FRAMES && at + 7 < bytes.size()) {
      Frame frame = reader.at(bytes, at);
      if (frame == null) {
        break;
      }
      seconds += (double) frame.samples() / frame.rate();
      at += frame.length();
      count++;
    }
    boolean whole = count > 0 && at == bytes.size();
    return count >= 3 || whole
        ? Optional.of(Sniffed.audio(mime, Math.max(1, (long) (seconds * 1000))))
        : Optional.empty();
  }

  private static @Nullable Frame mp3Frame(MediaBytes bytes, long at) {
    long head = bytes.u32(at);
    int version = (int) (head >> 19) & 3;
    int layer = 4 - ((int) (head >> 17) & 3);
    int kbit = (int) (head >> 12) & 15;
    int rate = (int) (head >> 10) & 3;
    boolean sync = head >> 21 == 0x7FF;
    if (!sync || version == 1 || layer == 4 || kbit == 0 || kbit == 15 || rate == 3) {
      return null;
    }
    boolean first = version == 3;
    int hertz = MP3_RATES[rate] >> (first ? 0 : version == 2 ? 1 : 2);
    int bits = 1000 * MP3_KBITS[first ? layer - 1 : layer == 1 ? 3 : 4][kbit];
    int padding = (int) (head >> 9) & 1;
    int samples = layer == 1 ? 384 : layer == 2 || first ? 1152 : 576;
    int length =
        layer == 1 ? (12 * bits / hertz + padding) * 4 : samples / 8 * bits / hertz + padding;
    return length < 8 ? null : new Frame(length, samples, hertz);
  }

  private static @Nullable Frame aacFrame(MediaBytes bytes, long at) {
    int head = bytes.u16(at);
    int rate = (bytes.u8(at + 2) >> 2) & 15;
    int length = (bytes.u8(at + 3) & 3) << 11 | bytes.u8(at + 4) << 3 | bytes.u8(at + 5) >> 5;
    boolean sync = (head & 0xFFF6) == 0xFFF0;
    return sync && rate < AAC_RATES.length && length > 7
        ? new Frame(length, 1024 * (1 + (bytes.u8(at + 6) & 3)), AAC_RATES[rate])
        : null;
  }
}

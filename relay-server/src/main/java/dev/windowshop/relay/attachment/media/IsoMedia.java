package dev.windowshop.relay.attachment.media;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// MP4, QuickTime and M4A: boxes.
final class IsoMedia {
  private static final int BOXES = 10_000;
  private static final int DEPTH = 6;

  private final MediaBytes bytes;
  private int boxes;
  private @Nullable Long durationMs;
  private boolean video;
  private boolean audio;
  private @Nullable Integer width;
  private @Nullable Integer height;
  private int trackWidth;
  private int trackHeight;

  private IsoMedia(MediaBytes bytes) {
    this.bytes = bytes;
  }

  static Optional<Sniffed> read(MediaBytes bytes) {
    if (!bytes.has(4, "ftyp")) {
      return Optional.empty();
    }
    String brand = bytes.ascii(8, 4);
    if (brand.matches("heic|heix|heim|heis|hevc|mif1|msf1|heif")) {
      return Optional.of(Sniffed.other("image/heic"));
    }
    if (brand.matches("avif|avis")) {
      return Optional.of(Sniffed.other("image/avif"));
    }
    IsoMedia media = new IsoMedia(bytes);
    try {
      media.boxes(0, bytes.size(), 0);
    } catch (MediaBytes.BeyondEndException e) {
      // Cut off: what was found until there counts.
      media.boxes = BOXES;
    }
    if (media.video) {
      String mime = brand.equals("qt  ") ? "video/quicktime" : "video/mp4";
      return Optional.of(Sniffed.video(mime, media.width, media.height, media.durationMs));
    }
    return media.audio
        ? Optional.of(Sniffed.audio("audio/mp4", media.durationMs))
        : Optional.of(Sniffed.other(Sniffed.BINARY));
  }

  private void boxes(long from, long to, int depth) {
    long at = from;
    while (at + 8 <= to && boxes++ < BOXES) {
      long size = bytes.u32(at);
      String type = bytes.ascii(at + 4, 4);
      long content = at + 8;
      if (size == 1) {
        size = bytes.u64(at + 8);
        content = at + 16;
      } else if (size == 0) {
        size = to - at;
      }
      if (size < content - at || size > to - at) {
        return;
      }
      box(type, content, at + size, depth);
      at += size;
    }
  }

  private void box(String type, long at, long end, int depth) {
    switch (type) {
      case "moov", "trak", "mdia", "mvex" -> {
        if (depth < DEPTH) {
          boxes(at, end, depth + 1);
        }
      }
      case "mvhd" -> {
        boolean wide = bytes.u8(at) == 1;
        long scale = bytes.u32(at + (wide ? 20 : 12));
        long length = wide ? bytes.u64(at + 24) : bytes.u32(at + 16);
        if (scale > 0 && length > 0 && length < Long.MAX_VALUE / 1000) {
          durationMs = length * 1000 / scale;
        }
      }
      case "tkhd" -> {
        long matrix = at + (bytes.u8(at) == 1 ? 52 : 40);
        int wide = bytes.u16(matrix + 36);
        int high = bytes.u16(matrix + 40);
        // Recorded lying: shown turned by 90 degrees, one way or the other.
        boolean sideways = bytes.u32(matrix) == 0 && bytes.u32(matrix + 4) != 0;
        trackWidth = sideways ? high : wide;
        trackHeight = sideways ? wide : high;
      }
      case "hdlr" -> {
        String handler = bytes.ascii(at + 8, 4);
        if (handler.equals("vide")) {
          video = true;
          width = trackWidth > 0 ? trackWidth : null;
          height = trackHeight > 0 ? trackHeight : null;
        } else if (handler.equals("soun")) {
          audio = true;
        }
      }
      case String _ -> {}
    }
  }
}

package dev.windowshop.relay.attachment.media;

import java.util.Optional;

/// JPEG, PNG, GIF and WebP: their size and how they are to be turned, from the header alone.
final class ImageHeaders {
  private static final int SEGMENTS = 1000;

  private ImageHeaders() {}

  static Optional<Sniffed> read(MediaBytes bytes) {
    if (bytes.has(0, "\u00FF\u00D8\u00FF")) {
      return jpeg(bytes);
    }
    if (bytes.has(0, "\u0089PNG\r\n\u001A\n") && bytes.has(12, "IHDR")) {
      return image("image/png", bytes.u32(16), bytes.u32(20), pngOrientation(bytes));
    }
    if (bytes.has(0, "GIF87a") || bytes.has(0, "GIF89a")) {
      return image("image/gif", bytes.u16le(6), bytes.u16le(8), 1);
    }
    if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
      return webp(bytes);
    }
    return Optional.empty();
  }

  private static Optional<Sniffed> image(String mime, long width, long height, int orientation) {
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    return Optional.of(Sniffed.image(mime, (int) width, (int) height, orientation));
  }

  private static Optional<Sniffed> jpeg(MediaBytes bytes) {
    int orientation = 1;
    long at = 2;
    for (int i = 0; i < SEGMENTS; i++) {
      while (bytes.u8(at) != 0xFF) {
        at++;
      }
      while (bytes.u8(at) == 0xFF) {
        at++;
      }
      int marker = bytes.u8(at++);
      if (marker == 0xD8 || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
        continue;
      }
      if (marker == 0xD9 || marker == 0xDA) {
        return Optional.empty();
      }
      int length = bytes.u16(at);
      boolean frame =
          marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
      if (frame) {
        return image("image/jpeg", bytes.u16(at + 5), bytes.u16(at + 3), orientation);
      }
      if (marker == 0xE1 && bytes.has(at + 2, "Exif\0\0")) {
        orientation = orientation(bytes, at + 8);
      }
      at += Math.max(2, length);
    }
    return Optional.empty();
  }

  private static int pngOrientation(MediaBytes bytes) {
    long at = 8;
    for (int i = 0; i < SEGMENTS && at + 12 <= bytes.size(); i++) {
      if (bytes.has(at + 4, "eXIf")) {
        return orientation(bytes, at + 8);
      }
      if (bytes.has(at + 4, "IDAT")) {
        return 1;
      }
      at += 12 + bytes.u32(at);
    }
    return 1;
  }

  private static Optional<Sniffed> webp(MediaBytes bytes) {
    String form = bytes.ascii(12, 4);
    return switch (form) {
      case "VP8 " ->
          bytes.has(23, "\u009D\u0001\u002A")
              ? image("image/webp", bytes.u16le(26) & 0x3FFF, bytes.u16le(28) & 0x3FFF, 1)
              : Optional.empty();
      case "VP8L" -> {
        long bits = bytes.u32le(21);
        yield bytes.u8(20) == 0x2F
            ? image("image/webp", (bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1, 1)
            : Optional.empty();
      }
      case "VP8X" ->
          image(
              "image/webp",
              (bytes.u32le(24) & 0xFFFFFF) + 1,
              (bytes.u16le(27) | (long) bytes.u8(29) << 16) + 1,
              webpOrientation(bytes));
      case String _ -> Optional.empty();
    };
  }

  private static int webpOrientation(MediaBytes bytes) {
    long at = 12;
    for (int i = 0; i < SEGMENTS && at + 8 <= bytes.size(); i++) {
      if (bytes.has(at, "EXIF")) {
        long tiff = bytes.has(at + 8, "Exif\0\0") ? at + 14 : at + 8;
        return orientation(bytes, tiff);
      }
      long length = bytes.u32le(at + 4);
      at += 8 + length + (length & 1);
    }
    return 1;
  }

  /// The orientation that EXIF names, 1 where it names none.
  private static int orientation(MediaBytes bytes, long tiff) {
    try {
      boolean little = bytes.has(tiff, "II");
      if (!little && !bytes.has(tiff, "MM")) {
        return 1;
      }
      long folder = tiff + (little ? bytes.u32le(tiff + 4) : bytes.u32(tiff + 4));
      int entries = little ? bytes.u16le(folder) : bytes.u16(folder);
      for (int i = 0; i < entries; i++) {
        long entry = folder + 2 + 12L * i;
        int tag = little ? bytes.u16le(entry) : bytes.u16(entry);
        if (tag == 0x0112) {
          int value = little ? bytes.u16le(entry + 8) : bytes.u16(entry + 8);
          return value >= 1 && value <= 8 ? value : 1;
        }
      }
      return 1;
    } catch (MediaBytes.BeyondEndException e) {
      return 1;
    }
  }
}

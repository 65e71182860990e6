package dev.windowshop.relay.attachment.media;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Copies what a GIF shows, its animation included, and nothing else: no comments, no application
/// data but the loop, nothing behind its end.
public final class GifFilter {
  /// @param frames how many pictures it has
  public record Outline(int width, int height, int frames) {}

  private final MediaBytes bytes;
  private final OutputStream out;
  private long at;
  private int frames;

  private GifFilter(MediaBytes bytes, OutputStream out) {
    this.bytes = bytes;
    this.out = out;
  }

  /// @return empty when it is broken
  public static Optional<Outline> copy(MediaBytes bytes, OutputStream out) throws IOException {
    GifFilter filter = new GifFilter(bytes, out);
    try {
      return filter.run();
    } catch (MediaBytes.BeyondEndException e) {
      return Optional.empty();
    }
  }

  private Optional<Outline> run() throws IOException {
    int width = bytes.u16le(6);
    int height = bytes.u16le(8);
    copy(13 + table(bytes.u8(10)));
    while (true) {
      switch (bytes.u8(at)) {
        case 0x21 -> extension();
        case 0x2C -> {
          int right = bytes.u16le(at + 1) + bytes.u16le(at + 5);
          int bottom = bytes.u16le(at + 3) + bytes.u16le(at + 7);
          if (right > width || bottom > height) {
            return Optional.empty();
          }
          frames++;
          copy(10 + table(bytes.u8(at + 9)));
          copy(1);
          blocks(true);
        }
        case 0x3B -> {
          out.write(0x3B);
          return frames == 0 ? Optional.empty() : Optional.of(new Outline(width, height, frames));
        }
        default -> {
          return Optional.empty();
        }
      }
    }
  }

  private static int table(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private void extension() throws IOException {
    int label = bytes.u8(at + 1);
    boolean loop =
        label == 0xFF
            && bytes.u8(at + 2) == 11
            && (bytes.has(at + 3, "NETSCAPE2.0") || bytes.has(at + 3, "ANIMEXTS1.0"));
    boolean kept = label == 0xF9 || loop;
    if (kept) {
      copy(2);
    } else {
      at += 2;
    }
    blocks(kept);
  }

  private void blocks(boolean kept) throws IOException {
    while (true) {
      int length = bytes.u8(at);
      if (kept) {
        copy(1 + length);
      } else {
        bytes.u8(at + length);
        at += 1 + length;
      }
      if (length == 0) {
        return;
      }
    }
  }

  private void copy(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      out.write(bytes.u8(at++));
    }
  }
}

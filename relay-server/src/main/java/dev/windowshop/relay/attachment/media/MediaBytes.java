package dev.windowshop.relay.attachment.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes by their position, from a file or from memory. One thread.
public final class MediaBytes {
  /// Something was read that is not there.
  static final class BeyondEndException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BeyondEndException() {
      super("beyond the end", null, false, false);
    }
  }

  @FunctionalInterface
  private interface Reader {
    int read(long at, byte[] into) throws IOException;
  }

  private static final int WINDOW = 16_384;

  private final Reader reader;
  private final long size;
  private byte[] window = new byte[0];
  private long windowAt;

  private MediaBytes(Reader reader, long size) {
    this.reader = reader;
    this.size = size;
  }

  public static MediaBytes of(byte[] bytes) {
    MediaBytes all = new MediaBytes((_, _) -> 0, bytes.length);
    all.window = bytes;
    return all;
  }

  /// The channel stays the caller's.
  public static MediaBytes of(FileChannel channel) throws IOException {
    return new MediaBytes((at, into) -> channel.read(ByteBuffer.wrap(into), at), channel.size());
  }

  public long size() {
    return size;
  }

  int u8(long at) {
    if (at < 0 || at >= size) {
      throw new BeyondEndException();
    }
    if (at < windowAt || at >= windowAt + window.length) {
      load(at);
    }
    return window[(int) (at - windowAt)] & 0xFF;
  }

  private void load(long at) {
    byte[] bytes = new byte[(int) Math.min(WINDOW, size - at)];
    int had = 0;
    try {
      while (had < bytes.length) {
        byte[] rest = new byte[bytes.length - had];
        int count = reader.read(at + had, rest);
        if (count <= 0) {
          throw new BeyondEndException();
        }
        System.arraycopy(rest, 0, bytes, had, count);
        had += count;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    window = bytes;
    windowAt = at;
  }

  int u16(long at) {
    return u8(at) << 8 | u8(at + 1);
  }

  long u32(long at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  long u64(long at) {
    return u32(at) << 32 | u32(at + 4);
  }

  int u16le(long at) {
    return u8(at) | u8(at + 1) << 8;
  }

  long u32le(long at) {
    return u16le(at) | (long) u16le(at + 2) << 16;
  }

  long u64le(long at) {
    return u32le(at) | u32le(at + 4) << 32;
  }

  /// @return at most as many as there are
  byte[] bytes(long at, int count) {
    int there = (int) Math.clamp(size - at, 0, count);
    byte[] bytes = new byte[there];
    for (int i = 0; i < there; i++) {
      bytes[i] = (byte) u8(at + i);
    }
    return bytes;
  }

  boolean has(long at, String ascii) {
    return at >= 0
        && at + ascii.length() <= size
        && Arrays.equals(bytes(at, ascii.length()), ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  String ascii(long at, int count) {
    return new String(bytes(at, count), StandardCharsets.ISO_8859_1);
  }
}

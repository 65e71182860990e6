package dev.windowshop.client.video;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an MP4 or QuickTime file says of itself. Nothing is decoded; blocks for a moment.
///
/// @param width pixels as they are shown, upright; 0 where it does not say
/// @param turned degrees, clockwise, that what is decoded has to be turned by: 0, 90, 180 or 270
/// @param durationMs 0 where it does not say
/// @param soundTracks where in the file the names of their boxes stand
public record VideoShape(
    int width, int height, int turned, long durationMs, List<Long> soundTracks) {

  /// @return null when it is no such file, or has no picture
  public static @Nullable VideoShape of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      Boxes boxes = new Boxes(channel);
      if (!boxes.text(4).equals("ftyp")) {
        return null;
      }
      try {
        boxes.read(0, channel.size(), 0);
      } catch (EOFException e) {
        // Cut off: what was found until there counts.
        boxes.count = Boxes.MOST;
      }
      return boxes.shape();
    } catch (EOFException e) {
      return null;
    }
  }

  boolean sideways() {
    return turned == 90 || turned == 270;
  }

  private static final class Boxes {
    static final int MOST = 10_000;
    private static final int DEEPEST = 4;

    private final FileChannel channel;
    private final ByteBuffer eight = ByteBuffer.allocate(8);
    private final List<Long> sound = new ArrayList<>();
    private int count;
    private boolean video;
    private long durationMs;
    private int width;
    private int height;
    private int turned;
    private long track;
    private int trackWidth;
    private int trackHeight;
    private int trackTurned;

    Boxes(FileChannel channel) {
      this.channel = channel;
    }

    @Nullable VideoShape shape() {
      return video ? new VideoShape(width, height, turned, durationMs, List.copyOf(sound)) : null;
    }

    void read(long from, long to, int depth) throws IOException {
      long at = from;
      while (at + 8 <= to && count++ < MOST) {
        long size = number(at);
        String name = text(at + 4);
        long content = at + 8;
        if (size == 1) {
          size = wide(at + 8);
          content = at + 16;
        } else if (size == 0) {
          size = to - at;
        }
        if (size < content - at || size > to - at) {
          return;
        }
        box(name, at, content, at + size, depth);
        at += size;
      }
    }

    private void box(String name, long at, long content, long end, int depth) throws IOException {
      switch (name) {
        case "moov", "mdia" -> inside(content, end, depth);
        case "trak" -> {
          track = at + 4;
          inside(content, end, depth);
        }
        case "mvhd" -> {
          boolean wide = version(content) == 1;
          long scale = number(content + (wide ? 20 : 12));
          long length = wide ? wide(content + 24) : number(content + 16);
          if (scale > 0 && length > 0 && length < Long.MAX_VALUE / 1000) {
            durationMs = length * 1000 / scale;
          }
        }
        case "tkhd" -> {
          long matrix = content + (version(content) == 1 ? 52 : 40);
          trackTurned = turned((int) number(matrix), (int) number(matrix + 4));
          trackWidth = (int) (number(matrix + 36) >>> 16);
          trackHeight = (int) (number(matrix + 40) >>> 16);
        }
        case "hdlr" -> track(text(content + 8));
        default -> {}
      }
    }

    private void inside(long from, long to, int depth) throws IOException {
      if (depth < DEEPEST) {
        read(from, to, depth + 1);
      }
    }

    private void track(String handler) {
      if (handler.equals("soun")) {
        sound.add(track);
      } else if (handler.equals("vide") && !video) {
        video = true;
        turned = trackTurned;
        boolean sideways = turned == 90 || turned == 270;
        width = sideways ? trackHeight : trackWidth;
        height = sideways ? trackWidth : trackHeight;
      }
    }

    /// By the first two numbers of the matrix: cosine and sine.
    private static int turned(int a, int b) {
      if (a == 0 && b != 0) {
        return b > 0 ? 90 : 270;
      }
      return a < 0 ? 180 : 0;
    }

    private int version(long at) throws IOException {
      return (int) (number(at) >>> 24);
    }

    private long number(long at) throws IOException {
      return fetch(at, 4).getInt(0) & 0xFFFF_FFFFL;
    }

    private long wide(long at) throws IOException {
      return fetch(at, 8).getLong(0);
    }

    private String text(long at) throws IOException {
      return new String(fetch(at, 4).array(), 0, 4, StandardCharsets.ISO_8859_1);
    }

    private ByteBuffer fetch(long at, int length) throws IOException {
      eight.clear().limit(length);
      while (eight.hasRemaining()) {
        if (channel.read(eight, at + eight.position()) < 0) {
          throw new EOFException();
        }
      }
      return eight;
    }
  }
}

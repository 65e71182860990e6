package dev.windowshop.client.media.frames;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The reading end of a tile: the newest picture, without a copy and without waiting. One reader a
/// tile at a time, used by one thread at a time; a later reader may take over from a closed one.
///
/// A reader outlives the writer: when the engine dies the last picture stays readable until
/// [#close].
public final class FrameReader implements AutoCloseable {
  private final Arena arena = Arena.ofShared();
  private final MemorySegment file;
  private final MemorySegment[] slots = new MemorySegment[FrameFile.SLOTS];
  private final int maxWidth;
  private final int maxHeight;
  private int mine;

  /// @throws IOException when there is no such file or it is no frame file
  public static FrameReader open(Path path) throws IOException {
    return new FrameReader(path);
  }

  private FrameReader(Path path) throws IOException {
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long size = channel.size();
      if (size < FrameFile.HEADER_BYTES) {
        throw new IOException("no frame file: " + path);
      }
      file = channel.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
      maxWidth = file.get(ValueLayout.JAVA_INT, FrameFile.MAX_WIDTH_AT);
      maxHeight = file.get(ValueLayout.JAVA_INT, FrameFile.MAX_HEIGHT_AT);
      int slotBytes = file.get(ValueLayout.JAVA_INT, FrameFile.SLOT_BYTES_AT);
      mine = file.get(ValueLayout.JAVA_INT, FrameFile.READER_SLOT_AT);
      if (file.get(ValueLayout.JAVA_INT, FrameFile.MAGIC_AT) != FrameFile.MAGIC
          || file.get(ValueLayout.JAVA_INT, FrameFile.VERSION_AT) != FrameFile.VERSION
          || file.get(ValueLayout.JAVA_INT, FrameFile.SLOTS_AT) != FrameFile.SLOTS
          || maxWidth < 1
          || maxWidth > FrameFile.LARGEST_SIDE
          || maxHeight < 1
          || maxHeight > FrameFile.LARGEST_SIDE
          || mine < 0
          || mine >= FrameFile.SLOTS
          || slotBytes != FrameFile.slotBytes(maxWidth, maxHeight)
          || size != FrameFile.fileBytes(slotBytes)) {
        throw new IOException("no frame file: " + path);
      }
      for (int i = 0; i < slots.length; i++) {
        slots[i] = file.asSlice(FrameFile.HEADER_BYTES + (long) i * slotBytes, slotBytes);
      }
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  /// Gives the newest picture to the sink, if there is one that it has not had yet.
  ///
  /// @return whether there was
  public boolean next(FrameSink sink) {
    if (!arena.scope().isAlive() || (FrameFile.state(file) & FrameFile.DIRTY) == 0) {
      return false;
    }
    int taken = FrameFile.swapState(file, mine) & FrameFile.SLOT_MASK;
    if (taken >= FrameFile.SLOTS) {
      return false;
    }
    mine = taken;
    file.set(ValueLayout.JAVA_INT, FrameFile.READER_SLOT_AT, mine);
    MemorySegment slot = slots[mine];
    int width = slot.get(ValueLayout.JAVA_INT, FrameFile.WIDTH_AT);
    int height = slot.get(ValueLayout.JAVA_INT, FrameFile.HEIGHT_AT);
    if ((FrameFile.sequence(slot) & 1) != 0
        || width < 1
        || width > maxWidth
        || height < 1
        || height > maxHeight) {
      return false;
    }
    sink.frame(
        width,
        height,
        slot.get(ValueLayout.JAVA_LONG, FrameFile.CAPTURE_NANOS_AT),
        slot.get(ValueLayout.JAVA_LONG, FrameFile.NUMBER_AT),
        slot.asSlice(FrameFile.PIXELS_AT, (long) width * height * 4)
            .asByteBuffer()
            .order(ByteOrder.nativeOrder()));
    return true;
  }

  /// Unmaps. Not while a sink is being served.
  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}

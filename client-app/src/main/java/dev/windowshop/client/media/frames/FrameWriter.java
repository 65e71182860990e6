package dev.windowshop.client.media.frames;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The writing end of a tile. One thread at a time.
public final class FrameWriter implements AutoCloseable {
  /// Fills a slot with `width * height * 4` bytes of BGRA.
  @FunctionalInterface
  public interface Painter {
    void paint(ByteBuffer bgra) throws Exception;
  }

  private static final Logger LOG = LoggerFactory.getLogger(FrameWriter.class);

  private final Path path;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment file;
  private final MemorySegment[] slots = new MemorySegment[FrameFile.SLOTS];
  private final int maxWidth;
  private final int maxHeight;
  private int mine = FrameFile.WRITER_FIRST;
  private long number;

  /// Makes the file, readable by this user alone and with all of its bytes in place: a hole that
  /// could not be filled later would kill whoever touches it.
  public static FrameWriter create(Path path, int maxWidth, int maxHeight) throws IOException {
    return new FrameWriter(path, maxWidth, maxHeight);
  }

  private FrameWriter(Path path, int maxWidth, int maxHeight) throws IOException {
    this.path = path;
    this.maxWidth = maxWidth;
    this.maxHeight = maxHeight;
    int slotBytes = FrameFile.slotBytes(maxWidth, maxHeight);
    long size = FrameFile.fileBytes(slotBytes);
    try (FileChannel channel =
        FileChannel.open(
            path,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
            ownerOnly(path))) {
      fill(channel, size);
      file = channel.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
    } catch (IOException | RuntimeException e) {
      arena.close();
      Files.deleteIfExists(path);
      throw e;
    }
    for (int i = 0; i < slots.length; i++) {
      slots[i] = file.asSlice(FrameFile.HEADER_BYTES + (long) i * slotBytes, slotBytes);
    }
    file.set(ValueLayout.JAVA_INT, FrameFile.VERSION_AT, FrameFile.VERSION);
    file.set(ValueLayout.JAVA_INT, FrameFile.SLOTS_AT, FrameFile.SLOTS);
    file.set(ValueLayout.JAVA_INT, FrameFile.MAX_WIDTH_AT, maxWidth);
    file.set(ValueLayout.JAVA_INT, FrameFile.MAX_HEIGHT_AT, maxHeight);
    file.set(ValueLayout.JAVA_INT, FrameFile.SLOT_BYTES_AT, slotBytes);
    file.set(ValueLayout.JAVA_INT, FrameFile.READER_SLOT_AT, FrameFile.READER_FIRST);
    FrameFile.swapState(file, FrameFile.MIDDLE_FIRST);
    file.set(ValueLayout.JAVA_INT, FrameFile.MAGIC_AT, FrameFile.MAGIC);
  }

  private static FileAttribute<?>[] ownerOnly(Path path) {
    if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(
          Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
    };
  }

  private static void fill(FileChannel channel, long size) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(size, 1 << 20));
    while (channel.position() < size) {
      zeros.clear().limit((int) Math.min(zeros.capacity(), size - channel.position()));
      channel.write(zeros);
    }
  }

  public Path path() {
    return path;
  }

  public boolean fits(int width, int height) {
    return width > 0 && height > 0 && width <= maxWidth && height <= maxHeight;
  }

  /// Publishes one picture that [#fits]. If the painter fails nothing is published.
  public void write(int width, int height, long captureNanos, Painter painter) throws Exception {
    if (!fits(width, height)) {
      throw new IllegalArgumentException(width + "x" + height + " does not fit " + path);
    }
    MemorySegment slot = slots[mine];
    long sequence = FrameFile.sequence(slot);
    FrameFile.sequence(slot, sequence | 1);
    painter.paint(
        slot.asSlice(FrameFile.PIXELS_AT, (long) width * height * 4)
            .asByteBuffer()
            .order(ByteOrder.nativeOrder()));
    slot.set(ValueLayout.JAVA_LONG, FrameFile.CAPTURE_NANOS_AT, captureNanos);
    slot.set(ValueLayout.JAVA_LONG, FrameFile.NUMBER_AT, ++number);
    slot.set(ValueLayout.JAVA_INT, FrameFile.WIDTH_AT, width);
    slot.set(ValueLayout.JAVA_INT, FrameFile.HEIGHT_AT, height);
    FrameFile.sequence(slot, (sequence | 1) + 1);
    mine = FrameFile.swapState(file, mine | FrameFile.DIRTY) & FrameFile.SLOT_MASK;
  }

  /// Unmaps and deletes the file; a reader keeps what it has mapped. Where a file that a reader has
  /// mapped cannot be deleted, it stays until its folder goes.
  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.debug("{} stays: {}", path, e.toString());
    }
  }
}

package dev.windowshop.client.media.frames;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/// How a frame file is laid out: a header page, then three slots of one picture each. One slot is
/// the writer's, one the reader's, and the one between them changes hands by an atomic swap of
/// [#STATE], so that each side always owns a whole slot and the newest picture wins.
final class FrameFile {
  static final int MAGIC = 0x57534652;
  static final int VERSION = 1;
  static final int SLOTS = 3;

  // The header. State and the reader's slot are on cache lines of their own.
  static final long MAGIC_AT = 0;
  static final long VERSION_AT = 4;
  static final long SLOTS_AT = 8;
  static final long MAX_WIDTH_AT = 12;
  static final long MAX_HEIGHT_AT = 16;
  static final long SLOT_BYTES_AT = 20;
  static final long STATE_AT = 64;

  /// The reader leaves here which slot it holds, for a reader that takes over from it.
  static final long READER_SLOT_AT = 128;

  static final long HEADER_BYTES = 4096;

  // A slot. The sequence is odd while it is written.
  static final long SEQUENCE_AT = 0;
  static final long CAPTURE_NANOS_AT = 8;
  static final long NUMBER_AT = 16;
  static final long WIDTH_AT = 24;
  static final long HEIGHT_AT = 28;
  static final long PIXELS_AT = 64;

  static final int SLOT_MASK = 3;
  static final int DIRTY = 4;

  static final int WRITER_FIRST = 0;
  static final int MIDDLE_FIRST = 1;
  static final int READER_FIRST = 2;

  /// Nobody sends more than 4K; a larger number is a broken file.
  static final int LARGEST_SIDE = 4096;

  private static final VarHandle STATE = ValueLayout.JAVA_INT.varHandle();
  private static final VarHandle SEQUENCE = ValueLayout.JAVA_LONG.varHandle();

  private FrameFile() {}

  static int slotBytes(int maxWidth, int maxHeight) {
    return (int) (PIXELS_AT + ((long) maxWidth * maxHeight * 4 + 63) / 64 * 64);
  }

  static long fileBytes(int slotBytes) {
    return HEADER_BYTES + (long) SLOTS * slotBytes;
  }

  static int state(MemorySegment file) {
    return (int) STATE.getAcquire(file, STATE_AT);
  }

  static int swapState(MemorySegment file, int state) {
    return (int) STATE.getAndSet(file, STATE_AT, state);
  }

  static long sequence(MemorySegment slot) {
    return (long) SEQUENCE.getAcquire(slot, SEQUENCE_AT);
  }

  static void sequence(MemorySegment slot, long sequence) {
    SEQUENCE.setVolatile(slot, SEQUENCE_AT, sequence);
  }
}

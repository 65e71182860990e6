package dev.windowshop.client.media.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FrameFileTest {
  @TempDir Path folder;

  private FrameWriter writer(int width, int height) throws IOException {
    return FrameWriter.create(folder.resolve("tile.frames"), width, height);
  }

  private static void fill(ByteBuffer bgra, byte value) {
    while (bgra.hasRemaining()) {
      bgra.put(value);
    }
  }

  private static List<Long> numbers(FrameReader reader) {
    List<Long> numbers = new ArrayList<>();
    while (reader.next((_, _, _, number, _) -> numbers.add(number))) {
      // The sink has counted it.
    }
    return numbers;
  }

  @Test
  void theNewestPictureWinsAndIsGivenOnce() throws Exception {
    try (FrameWriter writer = writer(8, 4);
        FrameReader reader = FrameReader.open(writer.path())) {
      assertEquals(List.of(), numbers(reader));
      for (int i = 1; i <= 5; i++) {
        byte value = (byte) i;
        writer.write(8, 4, i * 100L, bgra -> fill(bgra, value));
      }
      assertTrue(
          reader.next((width, height, nanos, number, bgra) -> {
            assertEquals(8, width);
            assertEquals(4, height);
            assertEquals(500, nanos);
            assertEquals(5, number);
            assertEquals(8 * 4 * 4, bgra.remaining());
            assertEquals(5, bgra.get(17));
            assertTrue(bgra.isDirect());
          }));
      assertEquals(List.of(), numbers(reader));
    }
  }

  @Test
  void aSmallerPictureHasItsOwnSize() throws Exception {
    try (FrameWriter writer = writer(8, 4);
        FrameReader reader = FrameReader.open(writer.path())) {
      writer.write(2, 2, 0, bgra -> fill(bgra, (byte) 1));
      assertTrue(reader.next((width, _, _, _, bgra) -> assertEquals(width * 8, bgra.limit())));
      assertFalse(writer.fits(10, 4));
      assertThrows(
          IllegalArgumentException.class,
          () -> writer.write(10, 4, 0, bgra -> fill(bgra, (byte) 1)));
    }
  }

  @Test
  void aPainterThatFailsPublishesNothing() throws Exception {
    try (FrameWriter writer = writer(8, 4);
        FrameReader reader = FrameReader.open(writer.path())) {
      assertThrows(
          IOException.class,
          () ->
              writer.write(
                  8,
                  4,
                  0,
                  _ -> {
                    throw new IOException("no picture");
                  }));
      assertEquals(List.of(), numbers(reader));
      writer.write(8, 4, 0, bgra -> fill(bgra, (byte) 1));
      assertEquals(List.of(1L), numbers(reader));
    }
  }

  @Test
  void aLaterReaderTakesOverWhereTheFirstStopped() throws Exception {
    try (FrameWriter writer = writer(8, 4)) {
      for (int round = 1; round <= 7; round++) {
        writer.write(8, 4, 0, bgra -> fill(bgra, (byte) 1));
        try (FrameReader reader = FrameReader.open(writer.path())) {
          assertEquals(List.of((long) round), numbers(reader));
        }
      }
    }
  }

  @Test
  void theLastPictureStaysWhenTheFileIsDeleted() throws Exception {
    FrameWriter writer = writer(8, 4);
    writer.write(8, 4, 0, bgra -> fill(bgra, (byte) 3));
    try (FrameReader reader = FrameReader.open(writer.path())) {
      writer.close();
      assertFalse(Files.exists(folder.resolve("tile.frames")));
      assertEquals(List.of(1L), numbers(reader));
    }
  }

  @Test
  void noPictureIsTornWhileBothSidesRun() throws Exception {
    int width = 160;
    int height = 90;
    try (FrameWriter writer = writer(width, height);
        FrameReader reader = FrameReader.open(writer.path())) {
      AtomicBoolean enough = new AtomicBoolean();
      List<String> torn = new ArrayList<>();
      var writing =
          CompletableFuture.runAsync(() -> {
            for (int i = 0; !enough.get(); i++) {
              byte value = (byte) i;
              try {
                writer.write(width, height, i, bgra -> fill(bgra, value));
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            }
          });
      long last = 0;
      for (int seen = 0; seen < 500 && torn.isEmpty(); ) {
        long[] number = {last};
        boolean some =
            reader.next((_, _, nanos, count, bgra) -> {
              byte first = bgra.get(0);
              if (first != (byte) nanos || count <= number[0]) {
                torn.add("picture " + count + " after " + number[0]);
              }
              number[0] = count;
              for (int at = 0; at < bgra.limit(); at++) {
                if (bgra.get(at) != first) {
                  torn.add("torn at " + at + " in picture " + count);
                  return;
                }
              }
            });
        last = number[0];
        seen += some ? 1 : 0;
      }
      enough.set(true);
      writing.join();
      assertEquals(List.of(), torn);
    }
  }

  @Test
  void whatIsNoFrameFileIsRefused() throws Exception {
    Path file = folder.resolve("other");
    Files.write(file, new byte[10]);
    assertThrows(IOException.class, () -> FrameReader.open(file));
    Files.write(file, new byte[10_000]);
    assertThrows(IOException.class, () -> FrameReader.open(file));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayReadTheFile() throws Exception {
    try (FrameWriter writer = writer(8, 4)) {
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(writer.path())));
    }
  }
}

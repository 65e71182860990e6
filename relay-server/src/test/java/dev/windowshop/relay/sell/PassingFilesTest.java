package dev.windowshop.relay.sell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassingFilesTest {
  @TempDir private Path folder;

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static InputStream some() {
    return new ByteArrayInputStream(new byte[100_000]);
  }

  private static InputStream failing(IOException failure) {
    return new SequenceInputStream(
        some(),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }
        });
  }

  private static ProblemType refused(Runnable work) {
    return assertThrows(ProblemException.class, work::run).type();
  }

  @Test
  void whatArrivesIsThereUntilItIsDeleted() throws IOException {
    PassingFiles files = new PassingFiles(folder);
    Path file = files.take(new ByteArrayInputStream("Handle".getBytes(StandardCharsets.UTF_8)));
    assertEquals("Handle", Files.readString(file));
    PassingFiles.delete(file);
    assertEquals(List.of(), left());
  }

  @Test
  void whatBreaksOffIsTheSendersAndLeavesNothing() throws IOException {
    PassingFiles files = new PassingFiles(folder);
    assertEquals(
        ProblemType.BAD_REQUEST,
        refused(() -> files.take(failing(new IOException("the connection ended")))));
    assertEquals(List.of(), left());
  }

  @Test
  void aFullDiskSaysSoAndLeavesNothing() throws IOException {
    PassingFiles files = new PassingFiles(folder);
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "a device that takes nothing, as Linux has one");
    assertEquals(
        ProblemType.STORAGE_FULL,
        refused(() ->
            files.write(out -> {
              try {
                out.write("the beginning");
                Files.writeString(full, "what there is no room for");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })));
    assertEquals(List.of(), left());
  }

  @Test
  void whatIsTooLargeLeavesNothing() throws IOException {
    PassingFiles files = new PassingFiles(folder);
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'a';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            return length;
          }
        };
    assertEquals(ProblemType.TOO_LARGE, refused(() -> files.take(endless)));
    assertEquals(List.of(), left());
  }

  @Test
  void whatARelayThatDiedLeftIsGoneAfterTheNextStart() throws IOException {
    Files.writeString(folder.resolve("products123.csv"), "half of it");
    new PassingFiles(folder);
    assertTrue(left().isEmpty());
  }
}

package dev.windowshop.client.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A video under a name that the media stack takes, which goes by names: what is called otherwise
/// gets another name for as long as it is open. Blocks; the file itself is never changed.
///
/// @param shape what it says of itself
/// @param path what is played
/// @param temporary whether that goes when it is closed
record PlayableFile(VideoShape shape, Path path, boolean temporary) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PlayableFile.class);

  /// @throws CannotPlayException when it is no MP4 or QuickTime with a picture
  static PlayableFile of(Path file) throws IOException {
    VideoShape shape = shape(file);
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".mp4") || name.endsWith(".m4v")) {
      return new PlayableFile(shape, file, false);
    }
    Path other = fresh();
    Files.delete(other);
    try {
      Files.createLink(other, file);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("no second name for {}: copied", file, e);
      Files.copy(file, other, StandardCopyOption.REPLACE_EXISTING);
    }
    return new PlayableFile(shape, other, true);
  }

  /// A copy without its sound: where there is nothing to hear it with, the media stack plays
  /// nothing at all.
  static PlayableFile silent(Path file) throws IOException {
    VideoShape shape = shape(file);
    Path copy = fresh();
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      for (long at : shape.soundTracks()) {
        // A box of this name is room that nobody uses.
        channel.write(ByteBuffer.wrap("free".getBytes(StandardCharsets.US_ASCII)), at);
      }
    }
    return new PlayableFile(shape, copy, true);
  }

  private static VideoShape shape(Path file) throws IOException {
    VideoShape shape = VideoShape.of(file);
    if (shape == null) {
      throw new CannotPlayException("no MP4 or QuickTime", null);
    }
    return shape;
  }

  private static Path fresh() throws IOException {
    return Files.createTempFile("windowshop-", ".mp4");
  }

  @Override
  public void close() {
    if (temporary) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        LOG.debug("the system removes {} one day", path, e);
      }
    }
  }
}

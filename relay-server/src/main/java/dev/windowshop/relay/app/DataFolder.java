package dev.windowshop.relay.app;

import dev.windowshop.relay.auth.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The relay's folder, held by one serving relay at a time.
final class DataFolder implements AutoCloseable {
  private final FileChannel channel;

  private DataFolder(FileChannel channel) {
    this.channel = channel;
  }

  /// Makes the folder unless it is there, and sees that it can be written.
  ///
  /// @throws CannotStartException when it can't
  static Path prepare(Path folder) {
    try {
      Path made = OwnerOnly.folder(folder.toAbsolutePath().normalize());
      if (!Files.isWritable(made)) {
        throw new CannotStartException("The data folder " + folder + " can't be written.");
      }
      return made;
    } catch (FileAlreadyExistsException e) {
      throw new CannotStartException("The data folder " + folder + " is no folder.", e);
    } catch (AccessDeniedException e) {
      throw new CannotStartException("The data folder " + folder + " can't be written.", e);
    } catch (IOException e) {
      throw new CannotStartException("The data folder " + folder + " can't be made.", e);
    }
  }

  /// @throws CannotStartException when another relay serves this folder
  static DataFolder hold(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("relay.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new CannotStartException("Another relay is serving " + folder + " already.");
      }
      return new DataFolder(channel);
    } catch (IOException e) {
      throw new CannotStartException("The data folder " + folder + " can't be written.", e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      org.slf4j.LoggerFactory.getLogger(DataFolder.class).debug("the lock was not released", e);
    }
  }
}

package dev.windowshop.client.platform;

import dev.windowshop.client.platform.system.Folders;
import dev.windowshop.client.platform.system.SystemKind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Pattern;

/// One user's folders on this machine, held by one process at a time.
///
/// @implNote the lock is the operating system's, so that it ends with the process, however it ends
public final class Profile implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final String name;
  private final Path data;
  private final Path cache;
  private final FileChannel channel;
  private final FileLock lock;

  private Profile(String name, Path data, Path cache, FileChannel channel, FileLock lock) {
    this.name = name;
    this.data = data;
    this.cache = cache;
    this.channel = channel;
    this.lock = lock;
  }

  /// The profile of that name in this system's usual places.
  ///
  /// @throws ProfileException when it is open in another process or cannot be written
  public static Profile open(String name) {
    return open(name, System.getProperty("os.name", ""), System.getenv(), userHome());
  }

  static Profile open(String name, String system, Map<String, String> environment, Path home) {
    if (!NAME.matcher(name).matches()) {
      throw new ProfileException(
          "'" + name + "' cannot be a profile's name: use letters, digits, dots and dashes.", null);
    }
    Folders folders = Folders.of(SystemKind.of(system), environment, home);
    return in(name, folders.data().resolve(name), folders.cache().resolve(name));
  }

  /// Where the profile of that name lies, also while another process has it.
  public static Path place(String name) {
    return Folders.here().data().resolve(name);
  }

  /// A profile in exactly these folders, for a relay's companions and for tests.
  public static Profile in(String name, Path data, Path cache) {
    FileChannel channel = null;
    try {
      ownerOnly(data);
      ownerOnly(cache);
      channel =
          FileChannel.open(
              data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        throw new ProfileInUseException(
            "The profile '"
                + name
                + "' is already open in another window. Close it, or choose another with"
                + " --profile NAME.");
      }
      return new Profile(name, data, cache, channel, lock);
    } catch (IOException e) {
      closeAfter(e, channel);
      throw new ProfileException("The folder " + data + " cannot be written: " + reason(e), e);
    }
  }

  private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void closeAfter(
      IOException failure, @org.jspecify.annotations.Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
  }

  private static Path userHome() {
    return Path.of(System.getProperty("user.home", "."));
  }

  private static void ownerOnly(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  public String name() {
    return name;
  }

  /// What must last: settings, tokens, the outbox.
  public Path data() {
    return data;
  }

  /// What can be fetched again: pictures.
  public Path cache() {
    return cache;
  }

  /// Lets another process have it; closing twice does nothing.
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      lock.release();
      channel.close();
    }
  }
}

package dev.windowshop.client.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
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
    String lower = system.toLowerCase(Locale.ROOT);
    if (lower.contains("win")) {
      Path roaming = place(environment, "APPDATA", home.resolve("AppData/Roaming"));
      Path local = place(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
      return in(
          name,
          roaming.resolve("Windowshop").resolve(name),
          local.resolve("Windowshop/Cache").resolve(name));
    }
    if (lower.contains("mac")) {
      Path library = home.resolve("Library");
      return in(
          name,
          library.resolve("Application Support/Windowshop").resolve(name),
          library.resolve("Caches/Windowshop").resolve(name));
    }
    Path data = place(environment, "XDG_DATA_HOME", home.resolve(".local/share"));
    Path cache = place(environment, "XDG_CACHE_HOME", home.resolve(".cache"));
    return in(
        name, data.resolve("windowshop").resolve(name), cache.resolve("windowshop").resolve(name));
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
        throw new ProfileException(
            "The profile '"
                + name
                + "' is already open in another window. Close it, or choose another with"
                + " --profile NAME.",
            null);
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

  /// An XDG variable counts only when it is absolute.
  private static Path place(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.get(variable);
    return value == null || value.isBlank() || !Path.of(value).isAbsolute()
        ? otherwise
        : Path.of(value);
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

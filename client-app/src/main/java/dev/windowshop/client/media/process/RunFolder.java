package dev.windowshop.client.media.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder that only this user can enter and that goes with its process. Its name bears the
/// process id, so that whoever comes next can remove those whose owner was killed.
final class RunFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
  private static final String PREFIX = "windowshop-media-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

  private final Path path;

  /// Memory-backed where the system has such a place.
  static RunFolder inMemory() throws IOException {
    Path shared = Path.of("/dev/shm");
    return Files.isDirectory(shared) && Files.isWritable(shared) ? in(shared) : onDisk();
  }

  static RunFolder onDisk() throws IOException {
    return in(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static RunFolder in(Path root) throws IOException {
    sweep(root);
    String prefix = PREFIX + ProcessHandle.current().pid() + "-";
    boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    return new RunFolder(
        posix
            ? Files.createTempDirectory(
                root,
                prefix,
                PosixFilePermissions.asFileAttribute(
                    Set.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE)))
            : Files.createTempDirectory(root, prefix));
  }

  private RunFolder(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  private static void sweep(Path root) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, PREFIX + "*")) {
      for (Path folder : folders) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          delete(folder);
        }
      }
    } catch (IOException e) {
      LOG.debug("sweeping {}: {}", root, e.toString());
    }
  }

  /// Somebody else's folder, or a file that Windows still holds, stays.
  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                throws IOException {
              Files.deleteIfExists(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      LOG.debug("removing {}: {}", folder, e.toString());
    }
  }

  @Override
  public void close() {
    delete(path);
  }
}

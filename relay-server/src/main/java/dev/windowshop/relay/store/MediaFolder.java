package dev.windowshop.relay.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Where pictures are kept: a file under the data folder for each path under [Picture#ROOT].
public final class MediaFolder {
  private MediaFolder() {}

  public static Path in(Path data) {
    return data.resolve("media");
  }

  /// @param path begins with [Picture#ROOT]
  public static Path file(Path folder, String path) {
    return folder.resolve(path.substring(Picture.ROOT.length()));
  }

  /// Whole or not at all, whoever looks.
  public static void keep(Path file, byte[] bytes) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path part = Files.createTempFile(parent, ".part", null);
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

package dev.windowshop.relay.attachment;

import dev.windowshop.relay.auth.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What has arrived of uploads that are not finished, a file each.
final class PartFiles {
  /// More arrived than was announced or is taken.
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final String ENDING = ".part";

  private final Path folder;

  PartFiles(Path folder) throws IOException {
    this.folder = OwnerOnly.folder(folder);
  }

  Path folder() {
    return folder;
  }

  Path of(String id) {
    return folder.resolve(id + ENDING);
  }

  void create(String id) throws IOException {
    OwnerOnly.file(of(id));
  }

  /// How much has arrived; 0 after a crash that lost it.
  long size(String id) throws IOException {
    Path file = of(id);
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /// Writes what arrives to the end of the file. Whatever arrived before the stream broke stays.
  ///
  /// @param most the size that the whole may reach
  void append(String id, InputStream from, long most) throws IOException {
    byte[] buffer = new byte[65_536];
    try (FileChannel channel =
        FileChannel.open(of(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      long size = channel.size();
      channel.position(size);
      OutputStream out = Channels.newOutputStream(channel);
      try {
        int count;
        while ((count = from.read(buffer)) >= 0) {
          size += count;
          if (size > most) {
            throw new TooMuchException();
          }
          out.write(buffer, 0, count);
        }
      } finally {
        channel.force(false);
      }
    }
  }

  /// Removes everything of an upload, what was made of it included.
  void delete(String id) throws IOException {
    for (String ending : List.of(ENDING, ".clean", ".thumb")) {
      Files.deleteIfExists(folder.resolve(id + ending));
    }
  }

  /// Removes what belongs to none of these and has not been written to since then.
  void sweep(Set<String> ids, Instant before) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.toList();
    }
    for (Path file : files) {
      String id = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
      if (!ids.contains(id)
          && Files.exists(file)
          && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        Files.deleteIfExists(file);
      }
    }
  }
}

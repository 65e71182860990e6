package dev.windowshop.client.story;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.protocol.Attachment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Videos of statuses on this machine, each for as long as its status is there. Any thread; blocks.
final class StoryVideos {
  private static final Logger LOG = LoggerFactory.getLogger(StoryVideos.class);

  private final RelayClient relay;
  private final Path folder;

  StoryVideos(RelayClient relay, Path folder) {
    this.relay = relay;
    this.folder = folder;
  }

  /// The file of one, fetched when it is not here.
  Path file(Attachment video) {
    Path own = folder.resolve(video.id());
    String name = video.mime().equals("video/quicktime") ? "status.mov" : "status.mp4";
    Path kept = own.resolve(name);
    if (Files.isRegularFile(kept)) {
      return kept;
    }
    try {
      Files.createDirectories(own);
      Path fresh = Files.createTempFile(own, "new", ".part");
      try {
        relay.download("/attachments/" + video.id(), fresh, _ -> {});
        Files.move(
            fresh, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void drop(String id) {
    Path own = folder.resolve(id);
    if (!Files.isDirectory(own)) {
      return;
    }
    try (Stream<Path> files = Files.walk(own)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("a video of a status that is over goes at the next start: {}", own, e);
    }
  }

  /// Removes what belongs to no status that is here.
  void sweep(Set<String> needed) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.list(folder)) {
      all.map(path -> String.valueOf(path.getFileName()))
          .filter(name -> !needed.contains(name))
          .toList()
          .forEach(this::drop);
    } catch (IOException e) {
      LOG.debug("not swept: {}", folder, e);
    }
  }
}

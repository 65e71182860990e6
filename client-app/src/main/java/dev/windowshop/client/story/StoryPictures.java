package dev.windowshop.client.story;

import dev.windowshop.client.video.VideoShape;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures of statuses: where the relay has them, and copies of those that wait to be posted. Any
/// thread; blocks.
final class StoryPictures {
  private static final Logger LOG = LoggerFactory.getLogger(StoryPictures.class);
  private static final long MOST = 40_000_000;

  /// What the relay takes of a video.
  private static final long MOST_OF_VIDEO = 50_000_000;

  private static final long LONGEST_MILLIS = 61_000;

  /// A copy that waits.
  record Kept(Path copy, boolean video) {}

  private final Path folder;

  StoryPictures(Path folder) {
    this.folder = folder;
  }

  static @Nullable String url(Story story) {
    Attachment picture = story.attachment();
    return picture == null ? null : Protocol.API + "/attachments/" + picture.id();
  }

  static List<String> urls(Story story) {
    List<String> all = new ArrayList<>();
    String whole = url(story);
    if (whole != null) {
      all.add(whole);
    }
    Attachment picture = story.attachment();
    if (picture != null && picture.thumbUrl() != null) {
      all.add(picture.thumbUrl());
    }
    return all;
  }

  /// @throws ProblemException when it can't be kept
  Kept keep(String clientId, Path picture) {
    try {
      if (!Files.isRegularFile(picture)) {
        throw new ProblemException(ProblemType.INVALID, "This picture can't be read.");
      }
      VideoShape video = VideoShape.of(picture);
      if (video != null) {
        check(video, Files.size(picture));
      } else if (Files.size(picture) > MOST) {
        throw new ProblemException(ProblemType.INVALID, "This picture is too large.");
      }
      Files.createDirectories(folder);
      Path copy = folder.resolve(clientId);
      Files.copy(picture, copy, StandardCopyOption.REPLACE_EXISTING);
      return new Kept(copy, video != null);
    } catch (IOException e) {
      throw new ProblemException(ProblemType.INVALID, "This picture can't be kept to be posted.");
    }
  }

  private static void check(VideoShape video, long size) {
    String why =
        video.durationMs() <= 0
            ? "This video does not say how long it is."
            : video.durationMs() > LONGEST_MILLIS
                ? "A status is a video of 60 seconds at most. Cut it first."
                : size > MOST_OF_VIDEO
                    ? "A status is a video of " + MOST_OF_VIDEO / 1_000_000 + " MB at most."
                    : null;
    if (why != null) {
      throw new ProblemException(ProblemType.INVALID, why);
    }
  }

  void drop(String clientId) {
    try {
      Files.deleteIfExists(folder.resolve(clientId));
    } catch (IOException e) {
      LOG.debug("the next start removes the copy of {}", clientId, e);
    }
  }

  /// Removes what nobody needs any more.
  void sweep(Set<String> needed) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.list(folder)) {
      paths
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> !needed.contains(name))
          .toList()
          .forEach(this::drop);
    } catch (IOException e) {
      LOG.debug("not swept: {}", folder, e);
    }
  }
}

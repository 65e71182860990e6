package dev.windowshop.client.chat;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.video.Poster;
import dev.windowshop.client.video.Posters;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.ProblemException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the relay the poster of a video once it has all of it. One that takes too long, or is not
/// wanted there, stays away: the video goes without. Blocks.
final class PosterUpload {
  /// It was begun when the video was chosen, or at the latest before the video went up.
  private static final long PATIENCE_SECONDS = 6;

  private static final Logger LOG = LoggerFactory.getLogger(PosterUpload.class);

  private final RelayClient relay;
  private final Posters posters;

  PosterUpload(RelayClient relay, Posters posters) {
    this.relay = relay;
    this.posters = posters;
  }

  /// Begins to make it, where nobody has yet.
  void prepare(PendingFile file) {
    if (file.kind() == FileKind.VIDEO) {
      posters.of(file.path());
    }
  }

  /// @return what the relay has now
  /// @throws dev.windowshop.client.net.RelayUnreachableException to be asked again
  Attachment give(PendingFile file, Attachment made) {
    if (file.kind() != FileKind.VIDEO || made.thumbUrl() != null) {
      return made;
    }
    try {
      Optional<Poster> poster = posters.of(file.path()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return poster.isEmpty()
          ? made
          : relay.put(
              "/attachments/" + made.id() + "/thumb",
              "image/jpeg",
              poster.get().jpeg(),
              Attachment.class);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | ProblemException e) {
      LOG.debug("{} goes without a poster", file.name(), e);
    }
    return made;
  }
}

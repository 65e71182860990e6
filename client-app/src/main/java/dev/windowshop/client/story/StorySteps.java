package dev.windowshop.client.story;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayPump;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.story.StoryStore.Kind;
import dev.windowshop.client.story.StoryStore.Step;
import dev.windowshop.client.video.Poster;
import dev.windowshop.client.video.Posters;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Story;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the relay what was done here, in its order. On the `story` thread; blocks.
final class StorySteps {
  private static final Logger LOG = LoggerFactory.getLogger(StorySteps.class);

  private final ClientDatabase database;
  private final StoryStore store;
  private final RelayClient relay;
  private final StoryPictures pictures;
  private final Posters posters;
  private final LongConsumer again;

  /// A poster that takes longer stays away.
  private static final long PATIENCE_SECONDS = 6;

  /// @param again asked to try once more after so many seconds
  StorySteps(
      ClientDatabase database,
      StoryStore store,
      RelayClient relay,
      StoryPictures pictures,
      Posters posters,
      LongConsumer again) {
    this.database = database;
    this.store = store;
    this.relay = relay;
    this.pictures = pictures;
    this.posters = posters;
    this.again = again;
  }

  /// @return what is no longer here
  List<Story> tell(String userId) {
    List<Story> gone = new ArrayList<>();
    for (Step step : database.read(connection -> store.steps(connection, userId))) {
      try {
        Story over = tell(userId, step);
        if (over != null) {
          gone.add(over);
        }
      } catch (RelayUnreachableException e) {
        LOG.debug("told later: {}", e.getMessage());
        again.accept(RelayPump.AGAIN_SECONDS);
        break;
      } catch (ProblemException e) {
        Problem problem = e.problem();
        if (isPassing(problem)) {
          again.accept(RelayPump.wait(problem));
          break;
        }
        refused(step, problem);
      }
    }
    return gone;
  }

  private @Nullable Story tell(String userId, Step step) {
    switch (step.kind()) {
      case POST -> post(userId, step);
      case SEEN -> relay.post("/stories/" + step.target() + "/view", Map.of());
      case REMOVE -> {
        relay.delete("/stories/" + step.target());
        return database
            .write(connection -> {
              store.done(connection, step);
              return java.util.Optional.ofNullable(store.delete(connection, userId, step.target()));
            })
            .join()
            .orElse(null);
      }
      case MUTE -> relay.put("/stories/mutes/" + step.target(), Map.of());
      case UNMUTE -> relay.delete("/stories/mutes/" + step.target());
    }
    if (step.kind() != Kind.POST) {
      database.execute(connection -> store.done(connection, step)).join();
    }
    return null;
  }

  private void post(String userId, Step step) {
    WaitingStory waiting = Json.decode(Objects.requireNonNull(step.json()), WaitingStory.class);
    String picture = waiting.picture();
    if (picture != null && waiting.attachmentId() == null) {
      Attachment made = upload(Path.of(picture), Boolean.TRUE.equals(waiting.video()));
      waiting = waiting.uploaded(made.id());
      String json = Json.encode(waiting);
      database.execute(connection -> store.change(connection, step.target(), json)).join();
    }
    Story story =
        relay.post(
            "/stories",
            new Story.Post(
                waiting.clientId(), waiting.text(), waiting.background(), waiting.attachmentId()),
            Story.class);
    database
        .execute(connection -> {
          store.done(connection, step);
          store.put(connection, userId, story, true);
        })
        .join();
    pictures.drop(step.target());
  }

  /// A video with its poster, which the relay takes until it is posted.
  private Attachment upload(Path file, boolean video) {
    Attachment made =
        relay.upload("/attachments", file, video ? "video" : "image", Attachment.class);
    if (!video || made.thumbUrl() != null) {
      return made;
    }
    try {
      Optional<Poster> poster = posters.of(file).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
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
      LOG.debug("a status goes without a poster", e);
    }
    return made;
  }

  private void refused(Step step, Problem problem) {
    LOG.info("{} of {} was refused: {}", step.kind(), step.target(), problem.detail());
    String why = problem.detail() == null ? problem.title() : problem.detail();
    database
        .execute(connection -> {
          if (step.kind() == Kind.POST) {
            store.refuse(connection, step.target(), why);
          } else {
            store.done(connection, step);
          }
        })
        .join();
  }

  private static boolean isPassing(Problem problem) {
    return RelayPump.isPassing(problem) && problem.problemType() != ProblemType.STORAGE_FULL;
  }
}

package dev.windowshop.relay.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Story;
import dev.windowshop.protocol.Sync;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.people.PersonalItems;
import dev.windowshop.relay.realtime.Broadcaster;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Posts, shows, takes back. Blocks its caller, a virtual thread.
final class StoryService {
  /// @param created false when the relay had it
  record Posted(Story story, boolean created) {}

  /// What to tell after the commit.
  record Told(List<String> userIds, ServerEvent event) {}

  private record Done<T>(T value, List<Told> told) {}

  /// How many one person may have at a time.
  private static final int MOST = 100;

  private final Database database;
  private final StoryRepository stories;
  private final StoryViewRepository views;
  private final StorySight sight;
  private final StoryReader reader;
  private final StoryUploads uploads;
  private final PersonalItems personal;
  private final Broadcaster broadcaster;
  private final Limits limits;
  private final Clock clock;

  StoryService(
      Database database,
      StoryRepository stories,
      StoryViewRepository views,
      StorySight sight,
      StoryReader reader,
      StoryUploads uploads,
      PersonalItems personal,
      Broadcaster broadcaster,
      Limits limits,
      Clock clock) {
    this.database = database;
    this.stories = stories;
    this.views = views;
    this.sight = sight;
    this.reader = reader;
    this.uploads = uploads;
    this.personal = personal;
    this.broadcaster = broadcaster;
    this.limits = limits;
    this.clock = clock;
  }

  /// Shows it to everybody who may see it, or gives the one that there is when it is sent again.
  Posted post(String authorId, Story.Post post) {
    limits.take(Limit.STORIES, authorId);
    StoryRow draft = StoryDraft.of(authorId, post, clock.instant());
    return run(handle -> {
      StoryRow known =
          draft.clientId() == null
              ? null
              : stories.findByClientId(handle, authorId, draft.clientId()).orElse(null);
      if (known != null) {
        if (!StoryDraft.isSame(known, draft)) {
          throw new ProblemException(
              ProblemType.CONFLICT, "Another story was posted with this clientId.");
        }
        if (stories.find(handle, known.id(), clock.instant()).isEmpty()) {
          throw new ProblemException(ProblemType.CONFLICT, "This story is over.");
        }
        return quiet(new Posted(own(handle, known), false));
      }
      if (stories.count(handle, authorId, clock.instant()) >= MOST) {
        throw new ProblemException(
            ProblemType.CONFLICT, "You have " + MOST + " stories. Take one back first.");
      }
      StoryRow row = taken(handle, draft);
      stories.insert(handle, row);
      return new Done<>(new Posted(own(handle, row), true), List.of(added(handle, row)));
    });
  }

  /// With its picture or video, if any, which is held from now on.
  private StoryRow taken(Handle handle, StoryRow draft) {
    String id = draft.attachmentId();
    if (id == null) {
      return draft;
    }
    Attachment shown = uploads.read(handle, List.of(id)).get(id);
    Story.Type type = shown == null ? draft.type() : StoryDraft.type(shown);
    if (shown == null || !uploads.take(handle, draft.authorId(), id)) {
      throw ProblemException.invalid("attachmentId", "names no upload of yours");
    }
    return draft.as(type);
  }

  private Story own(Handle handle, StoryRow row) {
    return reader.forReader(handle, row.authorId(), List.of(row)).getFirst();
  }

  private Told added(Handle handle, StoryRow row) {
    Set<String> told = new HashSet<>(sight.viewers(handle, row.authorId()));
    told.removeAll(views.muting(handle, row.authorId()));
    return new Told(
        List.copyOf(told),
        new ServerEvent.StoryAdded(
            author(handle, row.authorId()), reader.forEverybody(handle, row)));
  }

  private User author(Handle handle, String id) {
    return Objects.requireNonNull(reader.people(handle, List.of(id)).get(id), id);
  }

  /// Own first, then those with something unseen, then the rest, then the muted ones; each the
  /// newest first.
  List<Story.Group> list(String userId) {
    return database.read(handle -> {
      List<StoryRow> rows = stories.of(handle, sight.authors(handle, userId), clock.instant());
      Map<String, List<Story>> byAuthor = new LinkedHashMap<>();
      reader
          .forReader(handle, userId, rows)
          .forEach(story ->
              byAuthor.computeIfAbsent(story.authorId(), _ -> new ArrayList<>()).add(story));
      Map<String, User> people = reader.people(handle, byAuthor.keySet());
      Set<String> muted = views.mutedBy(handle, userId);
      List<Story.Group> groups = new ArrayList<>();
      byAuthor.forEach((author, all) -> {
        User user = people.get(author);
        if (user != null) {
          groups.add(StoryOrder.group(user, all, muted.contains(author)));
        }
      });
      groups.sort(StoryOrder.of(userId));
      return groups;
    });
  }

  Story get(String userId, String storyId) {
    return database.read(handle ->
        reader.forReader(handle, userId, List.of(require(handle, userId, storyId))).getFirst());
  }

  /// Remembers that it was seen. Its author hears of it where both show what they have read.
  void view(String viewerId, String storyId) {
    run(handle -> {
      StoryRow row = require(handle, viewerId, storyId);
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      if (row.authorId().equals(viewerId)
          || !views.add(handle, new StoryViewRepository.View(storyId, viewerId, now))) {
        return quiet(storyId);
      }
      User viewer = author(handle, viewerId);
      List<Told> told = new ArrayList<>();
      told.add(
          new Told(
              List.of(viewerId),
              new ServerEvent.StoryViewed(storyId, row.authorId(), viewer, now, null)));
      List<StoryViewRepository.View> shown =
          reader.viewers(handle, row.authorId(), List.of(storyId)).getOrDefault(storyId, List.of());
      if (shown.stream().anyMatch(view -> view.viewerId().equals(viewerId))) {
        told.add(
            new Told(
                List.of(row.authorId()),
                new ServerEvent.StoryViewed(storyId, row.authorId(), viewer, now, shown.size())));
      }
      return new Done<>(storyId, told);
    });
  }

  /// Who has seen one's own story, the latest first.
  List<Story.Viewer> viewers(String userId, String storyId) {
    return database.read(handle -> {
      StoryRow row = require(handle, userId, storyId);
      if (!row.authorId().equals(userId)) {
        throw ProblemException.forbidden("Only its author sees who has seen a story.");
      }
      List<StoryViewRepository.View> seen =
          reader.viewers(handle, userId, List.of(storyId)).getOrDefault(storyId, List.of());
      Map<String, User> people =
          reader.people(handle, seen.stream().map(StoryViewRepository.View::viewerId).toList());
      return seen.stream()
          .filter(view -> people.containsKey(view.viewerId()))
          .map(view ->
              new Story.Viewer(Objects.requireNonNull(people.get(view.viewerId())), view.at()))
          .toList();
    });
  }

  /// Takes one's own story back.
  void delete(String userId, String storyId) {
    run(handle -> {
      StoryRow row = require(handle, userId, storyId);
      if (!row.authorId().equals(userId)) {
        throw ProblemException.forbidden("Only its author takes a story back.");
      }
      Told told = removed(handle, row);
      remove(handle, row);
      return new Done<>(storyId, List.of(told));
    });
  }

  /// To everybody who could see it.
  Told removed(Handle handle, StoryRow row) {
    return new Told(
        List.copyOf(sight.viewers(handle, row.authorId())),
        new ServerEvent.StoryRemoved(row.id(), row.authorId()));
  }

  /// With who has seen it; its picture goes when nothing else shows it.
  void remove(Handle handle, StoryRow row) {
    stories.delete(handle, row.id());
    if (row.attachmentId() != null) {
      uploads.drop(handle, row.attachmentId());
    }
  }

  /// Whether this one wants to be told of an author's stories, on all their devices.
  void mute(String userId, String authorId, boolean muted) {
    if (userId.equals(authorId)) {
      throw ProblemException.invalid("userId", "is yourself");
    }
    run(handle -> {
      if (muted && reader.people(handle, List.of(authorId)).isEmpty()) {
        throw ProblemException.notFound("user");
      }
      boolean changed =
          muted
              ? views.mute(handle, userId, authorId, clock.instant())
              : views.unmute(handle, userId, authorId);
      if (!changed) {
        return quiet(authorId);
      }
      JsonNode value = Json.mapper().createObjectNode();
      Sync.PersonalItem item = personal.put(handle, userId, "story_mutes", value);
      return new Done<>(
          authorId, List.of(new Told(List.of(userId), new ServerEvent.PersonalChanged(item))));
    });
  }

  private StoryRow require(Handle handle, String userId, String storyId) {
    return sight
        .find(handle, userId, storyId)
        .orElseThrow(() -> ProblemException.notFound("story"));
  }

  private static <T> Done<T> quiet(T value) {
    return new Done<>(value, List.of());
  }

  private <T> T run(java.util.function.Function<Handle, Done<T>> work) {
    return database
        .write(
            work,
            done -> done.told().forEach(told -> broadcaster.toUsers(told.userIds(), told.event())))
        .value();
  }
}

package dev.windowshop.client.story;

import dev.windowshop.client.cache.Rows;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Story;
import dev.windowshop.protocol.User;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Statuses in the cache, each account's apart. Works inside the caller's transaction.
final class StoryStore {
  /// What was done and not yet told.
  ///
  /// @param json what is posted
  record Step(long ordinal, Kind kind, String target, @Nullable String json) {}

  enum Kind {
    POST,
    SEEN,
    REMOVE,
    MUTE,
    UNMUTE
  }

  private record Author(User user, boolean muted) {}

  /// What is shown of an account's at a moment.
  List<Story.Group> groups(Connection connection, String userId, Instant now) throws SQLException {
    Set<String> removed = targets(connection, userId, Kind.REMOVE);
    Map<String, List<Story>> byAuthor = new LinkedHashMap<>();
    Rows.query(
            connection,
            """
            SELECT json, seen FROM story WHERE user_id = ? AND expires_at > ?
            ORDER BY created_at, id
            """,
            StoryStore::story,
            userId,
            now.toEpochMilli())
        .stream()
        .filter(story -> !removed.contains(story.id()))
        .forEach(
            story -> byAuthor.computeIfAbsent(story.authorId(), _ -> new ArrayList<>()).add(story));
    Map<String, Author> authors = authors(connection, userId);
    List<Story.Group> groups = new ArrayList<>();
    byAuthor.forEach((id, stories) -> {
      Author author = authors.get(id);
      if (author != null) {
        int unseen =
            id.equals(userId)
                ? 0
                : (int)
                    stories.stream().filter(story -> !Boolean.TRUE.equals(story.seen())).count();
        groups.add(new Story.Group(author.user(), List.copyOf(stories), unseen, author.muted()));
      }
    });
    groups.sort(StoryOrder.of(userId));
    return List.copyOf(groups);
  }

  private static Story story(ResultSet row) throws SQLException {
    return StoryOrder.seen(
        Json.decode(row.getString("json"), Story.class), row.getInt("seen") == 1);
  }

  private static Map<String, Author> authors(Connection connection, String userId)
      throws SQLException {
    Map<String, Author> all = new LinkedHashMap<>();
    Rows.query(
            connection,
            "SELECT json, muted FROM story_author WHERE user_id = ?",
            row ->
                new Author(
                    Json.decode(row.getString("json"), User.class), row.getInt("muted") == 1),
            userId)
        .forEach(author -> all.put(author.user().id(), author));
    return all;
  }

  /// What the relay has, in the place of what was here. What was seen here stays seen.
  void replace(Connection connection, String userId, List<Story.Group> groups) throws SQLException {
    Set<String> seen =
        new HashSet<>(
            Rows.query(
                connection,
                "SELECT id FROM story WHERE user_id = ? AND seen = 1",
                row -> row.getString(1),
                userId));
    Rows.update(connection, "DELETE FROM story WHERE user_id = ?", userId);
    Rows.update(connection, "DELETE FROM story_author WHERE user_id = ?", userId);
    for (Story.Group group : groups) {
      author(connection, userId, group.author(), group.muted());
      for (Story story : group.stories()) {
        put(connection, userId, story, seen.contains(story.id()));
      }
    }
    for (Step step : steps(connection, userId)) {
      switch (step.kind()) {
        case MUTE -> muted(connection, userId, step.target(), true);
        case UNMUTE -> muted(connection, userId, step.target(), false);
        case POST, SEEN, REMOVE -> {}
      }
    }
  }

  void author(Connection connection, String userId, User user, @Nullable Boolean muted)
      throws SQLException {
    Rows.update(
        connection,
        """
        INSERT INTO story_author (user_id, author_id, json, muted) VALUES (?, ?, ?, ?)
        ON CONFLICT (user_id, author_id) DO UPDATE SET json = excluded.json\
        """,
        userId,
        user.id(),
        Json.encode(user),
        Boolean.TRUE.equals(muted) ? 1 : 0);
  }

  void muted(Connection connection, String userId, String authorId, boolean on)
      throws SQLException {
    Rows.update(
        connection,
        "UPDATE story_author SET muted = ? WHERE user_id = ? AND author_id = ?",
        on ? 1 : 0,
        userId,
        authorId);
  }

  void put(Connection connection, String userId, Story story, boolean seenHere)
      throws SQLException {
    Rows.update(
        connection,
        """
        INSERT INTO story (user_id, id, author_id, json, created_at, expires_at, seen)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (user_id, id) DO UPDATE SET json = excluded.json,
          seen = MAX(story.seen, excluded.seen)\
        """,
        userId,
        story.id(),
        story.authorId(),
        Json.encode(story),
        story.createdAt().toEpochMilli(),
        story.expiresAt().toEpochMilli(),
        seenHere || Boolean.TRUE.equals(story.seen()) ? 1 : 0);
  }

  @Nullable Story find(Connection connection, String userId, String id) throws SQLException {
    return Rows.first(
        connection,
        "SELECT json, seen FROM story WHERE user_id = ? AND id = ?",
        StoryStore::story,
        userId,
        id);
  }

  void seen(Connection connection, String userId, String id) throws SQLException {
    Rows.update(connection, "UPDATE story SET seen = 1 WHERE user_id = ? AND id = ?", userId, id);
  }

  /// @return it, when it was here
  @Nullable Story delete(Connection connection, String userId, String id) throws SQLException {
    Story story = find(connection, userId, id);
    Rows.update(connection, "DELETE FROM story WHERE user_id = ? AND id = ?", userId, id);
    return story;
  }

  /// Takes away what is over, of all accounts.
  List<Story> sweep(Connection connection, Instant now) throws SQLException {
    List<Story> over =
        Rows.query(
            connection,
            "SELECT json, seen FROM story WHERE expires_at <= ?",
            StoryStore::story,
            now.toEpochMilli());
    Rows.update(connection, "DELETE FROM story WHERE expires_at <= ?", now.toEpochMilli());
    return over;
  }

  /// When the next one ends.
  @Nullable Instant nextEnd(Connection connection) throws SQLException {
    return Rows.first(
        connection,
        "SELECT expires_at FROM story ORDER BY expires_at LIMIT 1",
        row -> Instant.ofEpochMilli(row.getLong(1)));
  }

  void add(Connection connection, String userId, Kind kind, String target, @Nullable String json)
      throws SQLException {
    Rows.update(
        connection,
        "INSERT INTO story_step (user_id, kind, target, json) VALUES (?, ?, ?, ?)",
        userId,
        kind.name(),
        target,
        json);
  }

  /// What is still to be told, the oldest first; not what the relay does not want.
  List<Step> steps(Connection connection, String userId) throws SQLException {
    return Rows.query(
        connection,
        "SELECT * FROM story_step WHERE user_id = ? AND problem IS NULL ORDER BY ordinal",
        row ->
            new Step(
                row.getLong("ordinal"),
                Kind.valueOf(row.getString("kind")),
                row.getString("target"),
                row.getString("json")),
        userId);
  }

  List<WaitingStory> waiting(Connection connection, String userId) throws SQLException {
    return Rows.query(
        connection,
        "SELECT json, problem FROM story_step WHERE user_id = ? AND kind = 'POST' ORDER BY ordinal",
        row ->
            Json.decode(row.getString("json"), WaitingStory.class)
                .refused(row.getString("problem")),
        userId);
  }

  /// The names of the copies that are still needed, of all accounts.
  Set<String> copies(Connection connection) throws SQLException {
    return new HashSet<>(
        Rows.query(
            connection,
            "SELECT target FROM story_step WHERE kind = 'POST'",
            row -> row.getString(1)));
  }

  /// What the statuses that are here show, of all accounts.
  Set<String> attachments(Connection connection) throws SQLException {
    Set<String> ids = new HashSet<>();
    Rows.query(connection, "SELECT json, seen FROM story", StoryStore::story)
        .forEach(story -> {
          if (story.attachment() != null) {
            ids.add(story.attachment().id());
          }
        });
    return ids;
  }

  void change(Connection connection, String clientId, String json) throws SQLException {
    Rows.update(
        connection,
        "UPDATE story_step SET json = ? WHERE kind = 'POST' AND target = ?",
        json,
        clientId);
  }

  void refuse(Connection connection, String clientId, @Nullable String why) throws SQLException {
    Rows.update(
        connection,
        "UPDATE story_step SET problem = ? WHERE kind = 'POST' AND target = ?",
        why,
        clientId);
  }

  void done(Connection connection, Step step) throws SQLException {
    Rows.update(connection, "DELETE FROM story_step WHERE ordinal = ?", step.ordinal());
  }

  void discard(Connection connection, String clientId) throws SQLException {
    Rows.update(connection, "DELETE FROM story_step WHERE kind = 'POST' AND target = ?", clientId);
  }

  private Set<String> targets(Connection connection, String userId, Kind kind) throws SQLException {
    Set<String> targets = new HashSet<>();
    for (Step step : steps(connection, userId)) {
      if (step.kind() == kind) {
        targets.add(step.target());
      }
    }
    return targets;
  }
}

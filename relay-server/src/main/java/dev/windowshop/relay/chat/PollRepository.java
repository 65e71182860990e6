package dev.windowshop.relay.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Who chose what, and which polls were closed. Runs inside the caller's unit of work.
final class PollRepository {
  /// How a poll stands.
  ///
  /// @param votes user ids by option, in the order in which they chose; options without any are not
  ///   in it
  record Standing(@Nullable Instant closedAt, Map<Integer, List<String>> votes) {
    static final Standing FRESH = new Standing(null, Map.of());
  }

  private record Vote(String messageId, int option, String userId) {}

  private record Closing(String messageId, Instant at) {}

  /// Those polls that somebody has voted in or closed.
  Map<String, Standing> of(Handle handle, Collection<String> messageIds) {
    if (messageIds.isEmpty()) {
      return Map.of();
    }
    List<String> ids = List.copyOf(messageIds);
    Map<String, Instant> closings = new HashMap<>();
    handle
        .createQuery("SELECT message_id, closed_at FROM poll_closings WHERE message_id IN (<ids>)")
        .bindList("ids", ids)
        .map((row, _) -> new Closing(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
        .forEach(closing -> closings.put(closing.messageId(), closing.at()));
    Map<String, Map<Integer, List<String>>> votes = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT message_id, option_no, user_id FROM poll_votes WHERE message_id IN (<ids>)
            ORDER BY change, user_id
            """)
        .bindList("ids", ids)
        .map((row, _) -> new Vote(row.getString(1), row.getInt(2), row.getString(3)))
        .forEach(vote ->
            votes
                .computeIfAbsent(vote.messageId(), _ -> new TreeMap<>())
                .computeIfAbsent(vote.option(), _ -> new ArrayList<>())
                .add(vote.userId()));
    Map<String, Standing> standings = new HashMap<>();
    for (String id : ids) {
      if (closings.containsKey(id) || votes.containsKey(id)) {
        standings.put(id, new Standing(closings.get(id), votes.getOrDefault(id, Map.of())));
      }
    }
    return standings;
  }

  /// What somebody has chosen.
  Set<Integer> chosen(Handle handle, String messageId, String userId) {
    return new TreeSet<>(
        handle
            .createQuery(
                """
                SELECT option_no FROM poll_votes WHERE message_id = :message AND user_id = :user
                """)
            .bind("message", messageId)
            .bind("user", userId)
            .mapTo(Integer.class)
            .list());
  }

  void choose(Handle handle, String messageId, String userId, Set<Integer> options, long change) {
    Set<Integer> before = chosen(handle, messageId, userId);
    for (int option : before) {
      if (!options.contains(option)) {
        handle
            .createUpdate(
                """
                DELETE FROM poll_votes
                WHERE message_id = :message AND user_id = :user AND option_no = :option
                """)
            .bind("message", messageId)
            .bind("user", userId)
            .bind("option", option)
            .execute();
      }
    }
    for (int option : options) {
      if (!before.contains(option)) {
        handle
            .createUpdate(
                """
                INSERT INTO poll_votes (message_id, option_no, user_id, change)
                VALUES (:message, :option, :user, :change)
                """)
            .bind("message", messageId)
            .bind("option", option)
            .bind("user", userId)
            .bind("change", change)
            .execute();
      }
    }
  }

  void close(Handle handle, String messageId, Instant at) {
    handle
        .createUpdate("INSERT INTO poll_closings (message_id, closed_at) VALUES (:message, :at)")
        .bind("message", messageId)
        .bind("at", at.toEpochMilli())
        .execute();
  }

  /// Forgets how a message that was deleted stood.
  void clear(Handle handle, String messageId) {
    for (String table : List.of("poll_votes", "poll_closings")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE message_id = :message")
          .bind("message", messageId)
          .execute();
    }
  }
}

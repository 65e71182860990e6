package dev.windowshop.bench.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one client has of its conversations, kept as a real client keeps it: an event that is known
/// is dropped, one after a gap is not taken but asked for. Thread-safe.
final class Holdings {
  /// A message as it is known.
  ///
  /// @param seq its place
  /// @param change the conversation's counter when it last changed
  /// @param reactions who reacted, by emoji
  record Held(
      long seq,
      String id,
      String clientId,
      long change,
      String content,
      boolean deleted,
      SortedMap<String, SortedSet<String>> reactions) {
    static Held of(JsonNode message) {
      SortedMap<String, SortedSet<String>> reactions = new TreeMap<>();
      for (JsonNode reaction : message.path("reactions")) {
        SortedSet<String> users = new TreeSet<>();
        reaction.path("userIds").forEach(id -> users.add(id.asText()));
        reactions.put(reaction.path("emoji").asText(), users);
      }
      return new Held(
          message.path("seq").asLong(),
          message.path("id").asText(),
          message.path("clientId").asText(),
          message.path("change").asLong(),
          message.path("content").asText(),
          !message.path("deletedAt").isNull(),
          reactions);
    }

    /// Whether it is the same message at the same place, whatever became of it.
    boolean isAt(Held other) {
      return seq == other.seq && id.equals(other.id) && clientId.equals(other.clientId);
    }
  }

  /// How far somebody is.
  record Marks(long delivered, long read) {
    private static final Marks NONE = new Marks(0, 0);

    Marks upTo(long nowDelivered, long nowRead) {
      return new Marks(
          Math.max(delivered, Math.max(nowDelivered, nowRead)), Math.max(read, nowRead));
    }
  }

  /// A conversation, whole.
  record State(SortedMap<Long, Held> messages, SortedMap<String, Marks> marks) {}

  private static final class Part {
    long change;
    long newestOnLine;
    final SortedMap<Long, Held> bySeq = new TreeMap<>();
    final SortedMap<String, Marks> marks = new TreeMap<>();
  }

  private final Map<String, Part> parts = new HashMap<>();
  private boolean gap;
  private int misordered;

  private Part part(String conversationId) {
    return parts.computeIfAbsent(conversationId, _ -> new Part());
  }

  /// A new line: what it brings is in order from here on.
  synchronized void newLine() {
    parts.values().forEach(part -> part.newestOnLine = 0);
  }

  /// An event of the socket; those of no conversation are not looked at.
  synchronized void event(String name, JsonNode value) {
    switch (name) {
      case "new_message", "message_changed" -> next(value, part -> take(part, value));
      case "messages_read" ->
          next(value, part -> mark(part, value.path("userId").asText(), 0, seq(value)));
      case "messages_delivered" ->
          next(value, part -> mark(part, value.path("userId").asText(), seq(value), 0));
      // What these change is asked for.
      case "conversation_changed", "user_joined_group", "user_left_group" -> next(value, null);
      default -> {
        // Nothing that is held here.
      }
    }
  }

  private interface Taking {
    void of(Part part);
  }

  private void next(JsonNode event, @Nullable Taking taking) {
    Part part = part(event.path("conversationId").asText());
    long change = event.path("change").asLong();
    if (change <= part.newestOnLine) {
      misordered++;
    }
    part.newestOnLine = change;
    if (change == part.change + 1 && taking != null) {
      taking.of(part);
      part.change = change;
    } else if (change > part.change) {
      gap = true;
    }
  }

  private static long seq(JsonNode event) {
    return event.path("seq").asLong();
  }

  private static void mark(Part part, String userId, long delivered, long read) {
    part.marks.merge(
        userId, Marks.NONE.upTo(delivered, read), (before, _) -> before.upTo(delivered, read));
  }

  private void take(Part part, JsonNode message) {
    Held held = Held.of(message);
    Held before = part.bySeq.get(held.seq());
    // An answer that was on its way while events came has less than they had.
    if (before == null || before.change() <= held.change()) {
      part.bySeq.put(held.seq(), held);
    }
    if (before != null && !before.isAt(held)) {
      misordered++;
    }
    // Who writes has read what was there.
    mark(part, message.path("sender").path("id").asText(), held.seq(), held.seq());
  }

  synchronized boolean takeGap() {
    boolean was = gap;
    gap = false;
    return was;
  }

  synchronized long change(String conversationId) {
    return part(conversationId).change;
  }

  /// The answer of `changes`.
  ///
  /// @return whether there is more to ask for
  synchronized boolean changes(String conversationId, JsonNode answer) {
    Part part = part(conversationId);
    long last = part.change;
    for (JsonNode item : answer.path("items")) {
      last = Math.max(last, item.path("change").asLong());
      JsonNode value = item.path("value");
      switch (item.path("kind").asText()) {
        case "message" -> take(part, value);
        case "participant" ->
            mark(
                part,
                value.path("user").path("id").asText(),
                value.path("deliveredSeq").asLong(),
                value.path("readSeq").asLong());
        default -> {
          // Nothing that is held here.
        }
      }
    }
    boolean more = answer.path("more").asBoolean();
    part.change = more ? last : Math.max(last, answer.path("change").asLong());
    return more;
  }

  synchronized State of(String conversationId) {
    Part part = part(conversationId);
    return new State(new TreeMap<>(part.bySeq), new TreeMap<>(part.marks));
  }

  /// The place of the newest that is here.
  synchronized long newest(String conversationId) {
    Part part = part(conversationId);
    return part.bySeq.isEmpty() ? 0 : part.bySeq.lastKey();
  }

  /// Any message that somebody said and that is still there.
  synchronized @Nullable Held any(String conversationId, SplittableRandom random) {
    List<Held> said =
        part(conversationId).bySeq.values().stream()
            .filter(held -> !held.deleted() && held.clientId().startsWith("n"))
            .toList();
    return said.isEmpty() ? null : said.get(random.nextInt(said.size()));
  }

  synchronized int misordered() {
    return misordered;
  }
}

package dev.windowshop.bench.torture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What one client has of its conversations, kept as a real client keeps it: an event that is known
/// is dropped, one after a gap is not taken but asked for. Thread-safe.
final class Holdings {
  /// @param seq its place
  record Held(long seq, String id, String clientId) {}

  private static final class Part {
    long change;
    long newestOnLine;
    final SortedMap<Long, Held> bySeq = new TreeMap<>();
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

  /// `new_message`.
  synchronized void event(JsonNode message) {
    Part part = part(message.path("conversationId").asText());
    long change = message.path("change").asLong();
    if (change <= part.newestOnLine) {
      misordered++;
    }
    part.newestOnLine = change;
    if (change == part.change + 1) {
      take(part, message);
      part.change = change;
    } else if (change > part.change) {
      gap = true;
    }
  }

  private void take(Part part, JsonNode message) {
    Held held =
        new Held(
            message.path("seq").asLong(),
            message.path("id").asText(),
            message.path("clientId").asText());
    Held before = part.bySeq.put(held.seq(), held);
    if (before != null && !before.equals(held)) {
      misordered++;
    }
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
      if (item.path("kind").asText().equals("message")) {
        take(part, item.path("value"));
      }
    }
    boolean more = answer.path("more").asBoolean();
    part.change = more ? last : Math.max(last, answer.path("change").asLong());
    return more;
  }

  synchronized SortedMap<Long, Held> of(String conversationId) {
    return new TreeMap<>(part(conversationId).bySeq);
  }

  synchronized int misordered() {
    return misordered;
  }
}

package dev.windowshop.bench.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What was acknowledged, held against what the relay has and what every client has.
///
/// @param lost acknowledged messages that the relay, or a client of that conversation, has not
/// @param duplicated messages that somebody has twice
/// @param misordered messages that are at another place for somebody, or came out of order
record Verdict(
    long acked, long held, long lost, long duplicated, long misordered, List<String> examples) {
  private static final int EXAMPLES = 10;

  /// @param truth what the relay has of each conversation
  static Verdict of(
      List<TortureClient> clients, Map<String, SortedMap<Long, Holdings.Held>> truth) {
    long lost = 0;
    long duplicated = 0;
    long misordered = 0;
    long acked = 0;
    long held = 0;
    List<String> examples = new ArrayList<>();
    Map<String, Map<String, Holdings.Held>> byClientId = new HashMap<>();
    for (var conversation : truth.entrySet()) {
      Map<String, Holdings.Held> known = new HashMap<>();
      byClientId.put(conversation.getKey(), known);
      for (Holdings.Held message : conversation.getValue().values()) {
        if (known.put(message.clientId(), message) != null) {
          duplicated++;
          note(examples, "the relay has twice: " + message);
        }
      }
    }
    for (TortureClient client : clients) {
      misordered += client.holdings().misordered();
      for (TortureClient.Acked message : client.acked()) {
        acked++;
        Holdings.Held there =
            byClientId.getOrDefault(message.conversationId(), Map.of()).get(message.clientId());
        if (there == null) {
          lost++;
          note(examples, "acknowledged and gone: " + message);
        } else if (!there.id().equals(message.id())) {
          duplicated++;
          note(examples, "acknowledged as another: " + message + ", " + there);
        } else if (there.seq() != message.seq()) {
          misordered++;
          note(examples, "acknowledged at another place: " + message + ", " + there);
        }
      }
      for (String id : client.conversationIds()) {
        SortedMap<Long, Holdings.Held> all = truth.getOrDefault(id, new TreeMap<>());
        SortedMap<Long, Holdings.Held> own = client.holdings().of(id);
        held += own.size();
        Set<String> seen = new HashSet<>();
        for (Holdings.Held message : own.values()) {
          if (!seen.add(message.clientId())) {
            duplicated++;
            note(examples, "a client has twice: " + message);
          }
        }
        for (var entry : all.entrySet()) {
          Holdings.Held there = own.get(entry.getKey());
          if (there == null) {
            lost++;
            note(examples, "a client has not: " + entry.getValue());
          } else if (!there.equals(entry.getValue())) {
            misordered++;
            note(examples, "a client has " + there + " at the place of " + entry.getValue());
          }
        }
        if (own.size() > all.size()) {
          misordered += own.size() - all.size();
          note(examples, "a client has what the relay has not");
        }
      }
    }
    return new Verdict(acked, held, lost, duplicated, misordered, examples);
  }

  private static void note(List<String> examples, String example) {
    if (examples.size() < EXAMPLES) {
      examples.add(example);
    }
  }

  boolean isClean() {
    return lost == 0 && duplicated == 0 && misordered == 0;
  }
}

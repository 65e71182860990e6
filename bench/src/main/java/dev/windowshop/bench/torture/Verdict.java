package dev.windowshop.bench.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What was acknowledged, held against what the relay has and what every client has.
final class Verdict {
  private static final int EXAMPLES = 10;

  private final Map<String, Holdings.State> truth;
  private final Map<String, Map<String, Holdings.Held>> byClientId = new HashMap<>();
  private final Map<String, Holdings.Held> byId = new HashMap<>();
  private final List<String> examples = new ArrayList<>();
  private long acked;
  private long held;
  private long lost;
  private long duplicated;
  private long misordered;
  private long undone;
  private long differing;

  private Verdict(Map<String, Holdings.State> truth) {
    this.truth = truth;
  }

  /// @param truth what the relay has of each conversation
  static Verdict of(List<TortureClient> clients, Map<String, Holdings.State> truth) {
    Verdict verdict = new Verdict(truth);
    verdict.relay();
    for (TortureClient client : clients) {
      verdict.misordered += client.holdings().misordered();
      verdict.acknowledged(client);
      verdict.changes(client);
      client.conversationIds().forEach(id -> verdict.held(client, id));
    }
    return verdict;
  }

  private void relay() {
    truth.forEach((id, state) -> {
      Map<String, Holdings.Held> known = new HashMap<>();
      byClientId.put(id, known);
      for (Holdings.Held message : state.messages().values()) {
        byId.put(message.id(), message);
        if (known.put(message.clientId(), message) != null) {
          duplicated++;
          note("the relay has twice: " + message);
        }
      }
    });
  }

  private void acknowledged(TortureClient client) {
    for (TortureClient.Acked message : client.acked()) {
      acked++;
      Holdings.Held there =
          byClientId.getOrDefault(message.conversationId(), Map.of()).get(message.clientId());
      if (there == null) {
        lost++;
        note("acknowledged and gone: " + message);
      } else if (!there.id().equals(message.id())) {
        duplicated++;
        note("acknowledged as another: " + message + ", " + there);
      } else if (there.seq() != message.seq()) {
        misordered++;
        note("acknowledged at another place: " + message + ", " + there);
      }
    }
  }

  /// Edits, deletions, reactions and read marks of one client have to be so at the relay.
  private void changes(TortureClient client) {
    Changing changing = client.changing();
    changing
        .deletions()
        .forEach(id -> {
          Holdings.Held there = byId.get(id);
          require(there != null && there.deleted(), "deleted and there: " + there);
        });
    changing
        .edits()
        .forEach((id, content) -> {
          Holdings.Held there = byId.get(id);
          require(
              there != null && (there.deleted() || there.content().equals(content)),
              "says not '" + content + "': " + there);
        });
    for (Changing.Reacted reacted : changing.reactions()) {
      Holdings.Held there = byId.get(reacted.messageId());
      SortedSet<String> users =
          there == null
              ? new TreeSet<>()
              : there.reactions().getOrDefault(reacted.emoji(), new TreeSet<>());
      require(
          there != null && (there.deleted() || users.contains(client.userId()) == reacted.on()),
          reacted + " by " + client.userId() + " is not so: " + there);
    }
    client
        .read()
        .forEach((id, seq) -> {
          Holdings.State state = truth.get(id);
          Holdings.Marks marks = state == null ? null : state.marks().get(client.userId());
          require(
              marks != null && marks.read() >= seq,
              "read to " + seq + " by " + client.userId() + " is not so: " + marks);
        });
  }

  private void require(boolean so, String otherwise) {
    if (!so) {
      undone++;
      note("acknowledged and undone: " + otherwise);
    }
  }

  private void held(TortureClient client, String id) {
    Holdings.State all =
        truth.getOrDefault(id, new Holdings.State(new TreeMap<>(), new TreeMap<>()));
    Holdings.State own = client.holdings().of(id);
    held += own.messages().size();
    Set<String> seen = new HashSet<>();
    for (Holdings.Held message : own.messages().values()) {
      if (!seen.add(message.clientId())) {
        duplicated++;
        note("a client has twice: " + message);
      }
    }
    all.messages()
        .forEach((seq, message) -> {
          Holdings.Held there = own.messages().get(seq);
          if (there == null) {
            lost++;
            note("a client has not: " + message);
          } else if (!there.isAt(message)) {
            misordered++;
            note("a client has " + there + " at the place of " + message);
          } else if (!there.equals(message)) {
            differing++;
            note("a client has " + there + " where the relay has " + message);
          }
        });
    if (own.messages().size() > all.messages().size()) {
      misordered += own.messages().size() - all.messages().size();
      note("a client has what the relay has not");
    }
    if (!own.marks().equals(all.marks())) {
      differing++;
      note("a client has the marks " + own.marks() + " where the relay has " + all.marks());
    }
  }

  private void note(String example) {
    if (examples.size() < EXAMPLES) {
      examples.add(example);
    }
  }

  /// Messages that were acknowledged.
  long acked() {
    return acked;
  }

  /// Messages that the clients have, all together.
  long held() {
    return held;
  }

  /// Acknowledged messages that the relay, or a client of that conversation, has not.
  long lost() {
    return lost;
  }

  /// Messages that somebody has twice.
  long duplicated() {
    return duplicated;
  }

  /// Messages that are at another place for somebody, or came out of order.
  long misordered() {
    return misordered;
  }

  /// Acknowledged edits, deletions, reactions and read marks that are not so at the relay.
  long undone() {
    return undone;
  }

  /// Messages, and conversations' marks, that a client has otherwise than the relay.
  long differing() {
    return differing;
  }

  List<String> examples() {
    return List.copyOf(examples);
  }

  boolean isClean() {
    return lost == 0 && duplicated == 0 && misordered == 0 && undone == 0 && differing == 0;
  }
}

package dev.windowshop.bench.torture;

import dev.windowshop.bench.Rest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// What one client does to messages that are there: edits and deletes its own, and reacts to any.
/// Each is told until it is acknowledged, and remembered: it has to be so in the end.
final class Changing {
  /// @param on whether the reaction was given or taken back
  record Reacted(String messageId, String emoji, boolean on) {}

  private interface Telling {
    void now() throws IOException, InterruptedException;
  }

  private static final List<String> EMOJI = List.of("\uD83D\uDC4D", "\uD83D\uDE02", "\uD83C\uDF89");

  private final Rest rest;
  private final SplittableRandom random;
  private final Map<String, String> edits = new HashMap<>();
  private final Set<String> deletions = new HashSet<>();
  private final Map<String, Reacted> reactions = new HashMap<>();
  private int count;
  private int repeated;
  private int refused;

  /// @param rest over the bad line
  Changing(Rest rest, SplittableRandom random) {
    this.rest = rest;
    this.random = random;
  }

  /// One thing or nothing, by chance.
  ///
  /// @param own ids of one's own messages there
  void something(List<String> own, Holdings holdings, String conversationId)
      throws InterruptedException {
    double chance = random.nextDouble();
    if (chance < 0.25) {
      react(holdings, conversationId);
    } else if (chance < 0.5 && !own.isEmpty()) {
      List<String> there = new ArrayList<>(own);
      there.removeAll(deletions);
      if (!there.isEmpty()) {
        String id = there.get(random.nextInt(there.size()));
        if (chance < 0.45) {
          edit(id);
        } else if (told(() -> rest.delete("/messages/" + id))) {
          deletions.add(id);
        }
      }
    }
  }

  private void edit(String id) throws InterruptedException {
    String content = "edited " + count + " by chance " + random.nextInt(1_000_000);
    if (told(() -> rest.put("/messages/" + id, Map.of("content", content)))) {
      edits.put(id, content);
    }
  }

  private void react(Holdings holdings, String conversationId) throws InterruptedException {
    Holdings.Held target = holdings.any(conversationId, random);
    if (target == null) {
      return;
    }
    String emoji = EMOJI.get(random.nextInt(EMOJI.size()));
    Reacted before = reactions.get(target.id() + emoji);
    boolean on = before == null || !before.on();
    String path =
        "/messages/"
            + target.id()
            + "/reactions/"
            + URLEncoder.encode(emoji, StandardCharsets.UTF_8);
    if (told(
        () -> {
          if (on) {
            rest.put(path, Map.of());
          } else {
            rest.delete(path);
          }
        })) {
      reactions.put(target.id() + emoji, new Reacted(target.id(), emoji, on));
    }
  }

  /// @return false when the relay refused it, as of what is deleted by then
  private boolean told(Telling telling) throws InterruptedException {
    while (true) {
      try {
        telling.now();
        count++;
        return true;
      } catch (Rest.RefusedException e) {
        if (e.status() < 500) {
          refused++;
          return false;
        }
      } catch (IOException e) {
        repeated++;
      }
      Thread.sleep(random.nextInt(20, 300));
    }
  }

  /// What own messages say now, by id.
  Map<String, String> edits() {
    return edits;
  }

  Set<String> deletions() {
    return deletions;
  }

  List<Reacted> reactions() {
    return List.copyOf(reactions.values());
  }

  /// Acknowledged.
  int count() {
    return count;
  }

  int repeated() {
    return repeated;
  }

  int refused() {
    return refused;
  }
}

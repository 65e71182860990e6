package dev.windowshop.bench.torture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.bench.Rest;
import dev.windowshop.protocol.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Somebody who writes one message after the other and never gives one up: until it is acknowledged
/// it is sent again under the same `clientId`, over as many lines as that takes. Reads along, and
/// asks for what it missed. In between it edits, deletes, reacts and says how far it has read.
final class TortureClient {
  /// @param conversationId where it was said
  record Acked(String conversationId, String clientId, String id, long seq) {}

  private static final int ACK_SECONDS = 4;
  private static final int MOST_ATTEMPTS = 3;
  private static final int LONGEST_PAUSE_MILLIS = 900;

  private final String name;
  private final String userId;
  private final String token;
  private final List<String> conversationIds;
  private final int port;
  private final Rest rest;
  private final SplittableRandom random;
  private final Holdings holdings = new Holdings();
  private final List<Acked> acked = new ArrayList<>();
  private final Changing changing;
  private final Map<String, Long> read = new HashMap<>();
  private final List<String> refusals = new ArrayList<>();
  private int resends;
  private int lines;
  private volatile boolean stopping;
  private @Nullable WireSocket socket;

  /// @param port of the bad line
  TortureClient(
      String name,
      String userId,
      String token,
      List<String> conversationIds,
      int port,
      Rest rest,
      long seed) {
    this.name = name;
    this.userId = userId;
    this.token = token;
    this.conversationIds = conversationIds;
    this.port = port;
    this.rest = rest.as(token);
    this.random = new SplittableRandom(seed);
    this.changing = new Changing(this.rest, random.split());
  }

  /// Until told to stop; the last message is acknowledged then.
  void run() {
    try {
      for (int i = 0; !stopping; i++) {
        // Mostly in the small conversation.
        int which = random.nextDouble() < 0.9 ? 0 : conversationIds.size() - 1;
        String id = conversationIds.get(which);
        deliver(id, name + "-" + i);
        changing.something(own(id), holdings, id);
        if (random.nextDouble() < 0.5) {
          markRead(id, holdings.newest(id));
        }
        Thread.sleep(random.nextInt(1, LONGEST_PAUSE_MILLIS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      WireSocket last = socket;
      if (last != null) {
        last.close();
      }
    }
  }

  private void deliver(String conversationId, String clientId) throws InterruptedException {
    Map<String, Object> body =
        Map.of(
            "conversationId",
            conversationId,
            "clientId",
            clientId,
            "type",
            "text",
            "content",
            clientId + " says that nothing may be lost");
    for (int attempt = 0; ; attempt++) {
      WireSocket line = line();
      resends += attempt > 0 ? 1 : 0;
      try {
        JsonNode answer = line.send("send_message", body).get(ACK_SECONDS, TimeUnit.SECONDS);
        if (answer.path("ok").asBoolean()) {
          JsonNode message = answer.path("message");
          acked.add(
              new Acked(
                  conversationId,
                  clientId,
                  message.path("id").asText(),
                  message.path("seq").asLong()));
          return;
        }
        // Busy, or stopping: a real client waits and tries again.
        refusals.add(answer.path("problem").path("type").asText());
        Thread.sleep(200);
      } catch (IOException | ExecutionException | TimeoutException e) {
        line.close();
      }
    }
  }

  private List<String> own(String conversationId) {
    return acked.stream()
        .filter(message -> message.conversationId().equals(conversationId))
        .map(Acked::id)
        .toList();
  }

  /// Told again until it is acknowledged; it only ever moves forward.
  private void markRead(String conversationId, long seq) throws InterruptedException {
    while (true) {
      WireSocket line = line();
      try {
        JsonNode answer =
            line.send("mark_read", Map.of("conversationId", conversationId, "seq", seq))
                .get(ACK_SECONDS, TimeUnit.SECONDS);
        if (answer.path("ok").asBoolean()) {
          read.merge(conversationId, seq, Math::max);
          return;
        }
        Thread.sleep(200);
      } catch (IOException | ExecutionException | TimeoutException e) {
        line.close();
      }
    }
  }

  /// The line there is, or a new one that is up to date.
  private WireSocket line() throws InterruptedException {
    while (true) {
      try {
        WireSocket current = socket;
        if (current == null || current.isClosed()) {
          holdings.newLine();
          current = new WireSocket(port, token, this::event);
          socket = current;
          lines++;
          sync(rest);
        } else if (holdings.takeGap()) {
          sync(rest);
        }
        return current;
      } catch (IOException | ProblemException e) {
        WireSocket failed = socket;
        if (failed != null) {
          failed.close();
        }
        Thread.sleep(random.nextInt(20, 300));
      }
    }
  }

  private void event(String name, JsonNode value) {
    holdings.event(name, value);
  }

  private void sync(Rest over) throws IOException, InterruptedException {
    for (String id : conversationIds) {
      for (int attempt = 1; ; attempt++) {
        try {
          fetch(over, id, holdings);
          break;
        } catch (IOException e) {
          // The line of this request was cut; that of the socket may be well.
          if (attempt == MOST_ATTEMPTS) {
            throw e;
          }
        }
      }
    }
  }

  private static void fetch(Rest over, String id, Holdings into)
      throws IOException, InterruptedException {
    boolean more = true;
    while (more) {
      String path = "/conversations/" + id + "/changes?limit=100&after=" + into.change(id);
      more = into.changes(id, over.get(path));
    }
  }

  /// What the relay has of a conversation, asked for from the beginning.
  Holdings.State fetchAnew(Rest direct, String id) throws IOException, InterruptedException {
    Holdings empty = new Holdings();
    fetch(direct.as(token), id, empty);
    return empty.of(id);
  }

  void stop() {
    stopping = true;
  }

  /// Brings itself up to date over a good line.
  void finalSync(Rest direct) throws IOException, InterruptedException {
    sync(direct.as(token));
  }

  List<String> conversationIds() {
    return conversationIds;
  }

  Holdings holdings() {
    return holdings;
  }

  List<Acked> acked() {
    return acked;
  }

  String userId() {
    return userId;
  }

  Changing changing() {
    return changing;
  }

  /// How far it said that it has read, by conversation.
  Map<String, Long> read() {
    return read;
  }

  int resends() {
    return resends;
  }

  int lines() {
    return lines;
  }

  List<String> refusals() {
    return refusals;
  }
}

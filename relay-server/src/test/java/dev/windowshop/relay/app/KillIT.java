package dev.windowshop.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.relay.testing.Commands;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real process, killed in the middle of its work again and again.
@Timeout(240)
class KillIT {
  private static final int PEOPLE = 4;
  private static final int SENDERS = 12;
  private static final int KILLS = 3;
  private static final int BETWEEN_KILLS = 60;

  @TempDir Path folder;

  /// Where a message was said to be, by its client id.
  private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

  private final AtomicBoolean over = new AtomicBoolean();
  private volatile String address = "";

  private record Served(Process process, String address) {}

  private Served serve() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                RelayMain.class.getName(),
                "serve",
                "--port",
                "0",
                "--limit",
                "all=off")
            .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    builder.environment().putAll(TestDatabases.environment(folder.resolve("data")));
    Process process = builder.start();
    String line = process.inputReader().readLine();
    assertTrue(line != null, () -> "it did not start; see " + folder.resolve("log"));
    return new Served(process, line.replaceFirst(".* ", ""));
  }

  private static JsonNode signUp(Web web, String name) {
    return web.post(
            "/auth/signup",
            """
            {"email":"%s@example.org","username":"%s","password":"correct horse battery"}
            """
                .formatted(name, name))
        .json();
  }

  @Test
  void whatWasAcknowledgedIsThereOnceAndInOneOrderAfterEveryKill() throws Exception {
    Served served = serve();
    try {
      address = served.address();
      List<String> tokens = new ArrayList<>();
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        JsonNode signed = signUp(new Web(address), "person" + i);
        tokens.add(signed.path("accessToken").asText());
        ids.add(signed.path("user").path("id").asText());
      }
      List<String> conversations = new ArrayList<>();
      for (String name : List.of("one", "two")) {
        conversations.add(
            new Web(address)
                .token(tokens.getFirst())
                .post(
                    "/conversations",
                    "{\"kind\":\"group\",\"name\":\"%s\",\"memberIds\":[\"%s\"]}"
                        .formatted(name, String.join("\",\"", ids.subList(1, PEOPLE))))
                .json()
                .path("id")
                .asText());
      }
      try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < SENDERS; i++) {
          String token = tokens.get(i % PEOPLE);
          String conversation = conversations.get(i % conversations.size());
          senders.execute(() -> send(token, conversation));
        }
        for (int kill = 1; kill <= KILLS; kill++) {
          awaitAcknowledged(kill * BETWEEN_KILLS);
          // SIGKILL: nothing of it runs any more, whatever it was doing.
          served.process().destroyForcibly().waitFor();
          served = serve();
          address = served.address();
        }
        awaitAcknowledged((KILLS + 1) * BETWEEN_KILLS);
        over.set(true);
      }
      assertEverythingIsThere(tokens, conversations);
    } finally {
      over.set(true);
      served.process().destroy();
      assertTrue(served.process().waitFor(60, TimeUnit.SECONDS));
    }
    Commands.Outcome doctor = new Commands(folder.resolve("data")).run("doctor");
    assertTrue(doctor.out().contains("The database is whole"), doctor::toString);
  }

  private void awaitAcknowledged(int enough) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (acknowledged.size() < enough) {
      assertTrue(System.nanoTime() < end, () -> acknowledged.size() + " of " + enough);
      LockSupport.parkNanos(2_000_000);
    }
  }

  /// As a client's outbox: one after the other, each again until it is acknowledged.
  private void send(String token, String conversation) {
    while (!over.get()) {
      String clientId = Ids.newId();
      String body =
          "{\"clientId\":\"%s\",\"type\":\"text\",\"content\":\"%s\"}"
              .formatted(clientId, clientId);
      while (!acknowledged.containsKey(clientId)) {
        try {
          Web.Answer answer =
              new Web(address)
                  .token(token)
                  .post("/conversations/" + conversation + "/messages", body);
          if (answer.status() == 200 || answer.status() == 201) {
            acknowledged.put(clientId, answer.json().path("seq").asLong());
          }
        } catch (UncheckedIOException e) {
          LockSupport.parkNanos(20_000_000);
        }
      }
    }
  }

  private void assertEverythingIsThere(List<String> tokens, List<String> conversations) {
    Map<String, Long> stored = new ConcurrentHashMap<>();
    for (String conversation : conversations) {
      List<Map.Entry<String, Long>> seen = history(tokens.getFirst(), conversation);
      for (String token : tokens) {
        assertEquals(seen, history(token, conversation));
      }
      for (int i = 0; i < seen.size(); i++) {
        assertEquals(seen.size() - i, seen.get(i).getValue(), "places are without a gap");
      }
      seen.forEach(message -> {
        if (!message.getKey().isEmpty()) {
          assertEquals(null, stored.put(message.getKey(), message.getValue()), "stored twice");
        }
      });
    }
    assertEquals(new HashSet<>(acknowledged.entrySet()), new HashSet<>(stored.entrySet()));
  }

  /// What somebody reads, newest first: contents and places.
  private List<Map.Entry<String, Long>> history(String token, String conversation) {
    List<Map.Entry<String, Long>> messages = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          new Web(address)
              .token(token)
              .get("/conversations/" + conversation + "/messages?limit=100" + cursor)
              .json();
      for (JsonNode message : page.path("items")) {
        boolean said = message.path("type").asText().equals("text");
        messages.add(
            Map.entry(said ? message.path("content").asText() : "", message.path("seq").asLong()));
      }
      cursor =
          page.path("nextCursor").isTextual() ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return messages;
  }
}

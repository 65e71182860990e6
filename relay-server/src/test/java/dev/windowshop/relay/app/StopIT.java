package dev.windowshop.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Ids;
import dev.windowshop.relay.testing.Web;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real process, a real signal, requests in flight.
class StopIT {
  @TempDir Path folder;

  private Process start() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            RelayMain.class.getName(),
            "serve",
            "--data",
            folder.resolve("data").toString(),
            "--port",
            "0",
            "--limit",
            "all=off")
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private static Web.Answer signUp(Web web, String name) {
    return web.post(
        "/auth/signup",
        """
        {"email":"%s@example.org","username":"%s","password":"correct horse"}
        """
            .formatted(name, name));
  }

  @Test
  void aSignalEndsNothingThatRunsAndLosesNothingThatWasAnswered() throws Exception {
    Process process = start();
    Set<String> stored = new HashSet<>();
    String token;
    String conversation;
    try (BufferedReader out = process.inputReader()) {
      String address = out.readLine().replaceFirst(".* on ", "");
      Web web = new Web(address);
      String friend = signUp(web, "ben").json().at("/user/id").asText();
      token = signUp(web, "ann").json().path("accessToken").asText();
      Web own = web.token(token);
      conversation =
          own.post("/conversations", "{\"kind\":\"direct\",\"userId\":\"" + friend + "\"}")
              .json()
              .path("id")
              .asText();
      BlockingQueue<JSONObject> told = new LinkedBlockingQueue<>();
      Socket socket = connect(address, token, told);
      stored.addAll(sendUntilItStops(process, own, conversation));
      JSONObject stopping = told.poll(30, TimeUnit.SECONDS);
      assertTrue(stopping != null && stopping.getInt("retryAfter") > 0);
      socket.close();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue(), () -> folder.toString());
    } finally {
      process.destroyForcibly();
    }
    assertFalse(stored.isEmpty());
    try (Relay relay = Relay.start(RelayConfig.local(folder.resolve("data")))) {
      assertTrue(held(new Web(relay.address()).token(token), conversation).containsAll(stored));
    }
  }

  /// Several clients send as fast as they can; the signal comes in the middle.
  ///
  /// @return the client ids of what the relay said it has
  private Queue<String> sendUntilItStops(Process process, Web own, String conversation)
      throws InterruptedException {
    Queue<String> stored = new ConcurrentLinkedQueue<>();
    Queue<String> strange = new ConcurrentLinkedQueue<>();
    AtomicBoolean signalled = new AtomicBoolean();
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      senders.add(
          Thread.ofVirtual()
              .start(() -> {
                while (true) {
                  String id = Ids.newId();
                  try {
                    Web.Answer answer =
                        own.post(
                            "/conversations/" + conversation + "/messages",
                            "{\"clientId\":\"" + id + "\",\"type\":\"text\",\"content\":\"x\"}");
                    if (answer.status() == 201) {
                      stored.add(id);
                    } else if (answer.status() == 503) {
                      if (answer.header("Retry-After").isEmpty()) {
                        strange.add("503 without Retry-After");
                      }
                      return;
                    } else {
                      strange.add(answer.status() + " " + answer.text());
                      return;
                    }
                  } catch (UncheckedIOException e) {
                    // Nobody listens any more: only after the signal.
                    if (!signalled.get()) {
                      strange.add(e.toString());
                    }
                    return;
                  }
                  if (stored.size() > 200 && signalled.compareAndSet(false, true)) {
                    process.toHandle().destroy();
                  }
                }
              }));
    }
    for (Thread sender : senders) {
      assertTrue(sender.join(java.time.Duration.ofSeconds(60)));
    }
    assertEquals(List.of(), List.copyOf(strange));
    return stored;
  }

  private static Socket connect(String address, String token, BlockingQueue<JSONObject> told)
      throws InterruptedException {
    BlockingQueue<String> ready = new LinkedBlockingQueue<>();
    Socket socket =
        IO.socket(
            URI.create(address),
            IO.Options.builder()
                .setForceNew(true)
                .setReconnection(false)
                .setTransports(new String[] {"websocket"})
                .setAuth(java.util.Map.of("token", token))
                .build());
    socket.on("ready", arguments -> ready.add("yes"));
    socket.on("server_stopping", arguments -> told.add((JSONObject) arguments[0]));
    socket.connect();
    assertTrue(ready.poll(30, TimeUnit.SECONDS) != null);
    return socket;
  }

  private static Set<String> held(Web own, String conversation) {
    Set<String> ids = new HashSet<>();
    String cursor = "";
    while (true) {
      JsonNode page =
          own.get("/conversations/" + conversation + "/messages?limit=100" + cursor).json();
      page.path("items").forEach(message -> ids.add(message.path("clientId").asText()));
      if (page.path("nextCursor").isNull() || page.path("nextCursor").isMissingNode()) {
        return ids;
      }
      cursor = "&cursor=" + page.path("nextCursor").asText();
    }
  }
}

package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.chat.RelayFixture.Person;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaggardIT {
  private static final int ENOUGH_MESSAGES = 3000;

  @TempDir Path data;

  /// Reads only as many messages as it is asked to.
  private record Reader(BlockingQueue<String> messages) implements WebSocket.Listener {
    @Override
    public void onOpen(WebSocket webSocket) {
      webSocket.request(3);
    }

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
      messages.add(data.toString());
      return null;
    }
  }

  @Test
  void aSocketThatDoesNotReadIsDroppedAndToldToResyncWhenItComesBack() throws Exception {
    try (RelayFixture relay = new RelayFixture(data);
        HttpClient http = HttpClient.newHttpClient()) {
      Person ana = relay.person("ana");
      Person ben = relay.person("ben");
      Conversation chat = ana.direct(ben);
      Reader reader = new Reader(new LinkedBlockingQueue<>());
      WebSocket deaf =
          http.newWebSocketBuilder()
              .buildAsync(
                  URI.create(
                      relay.address().replace("http:", "ws:")
                          + "/socket.io/?EIO=4&transport=websocket"),
                  reader)
              .join();
      deaf.sendText("40{\"token\":\"" + ben.token() + "\"}", true).join();
      while (!String.valueOf(reader.messages().poll(10, TimeUnit.SECONDS)).contains("ready")) {
        // The opening and the connection come first.
      }

      String text = "x".repeat(15_000);
      try {
        awaitOnline(ana, ben);
        int sent = 0;
        while (online(ana, ben)) {
          ana.say(chat, text);
          sent++;
          assertTrue(sent < ENOUGH_MESSAGES, "still there");
        }
      } finally {
        // A connection that stays open would keep its client from closing.
        deaf.abort();
      }

      try (Device back = ben.device()) {
        assertEquals("slow consumer", back.await(ServerEvent.Resync.class).reason());
      }
      try (Device later = ben.device()) {
        later.await(ServerEvent.Ready.class);
        assertTrue(later.all(ServerEvent.Resync.class).isEmpty(), "told once");
      }
    }
  }

  /// `ready` comes a moment before the others hear of it.
  private static void awaitOnline(Person asking, Person whom) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!online(asking, whom)) {
      assertTrue(System.nanoTime() < end, "never came online");
      LockSupport.parkNanos(10_000_000);
    }
  }

  private static boolean online(Person asking, Person whom) {
    String status = asking.rest().get("/users/" + whom.id()).body().path("status").asText();
    return status.equals("online");
  }
}

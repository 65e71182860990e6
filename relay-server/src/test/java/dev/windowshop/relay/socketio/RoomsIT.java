package dev.windowshop.relay.socketio;

import static dev.windowshop.relay.socketio.ClientFixture.events;
import static dev.windowshop.relay.socketio.ClientFixture.next;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// Rooms, namespaces and the ends of connections, over each way to travel.
@ParameterizedClass
@ValueSource(strings = {"websocket", "polling", "polling,websocket"})
class RoomsIT {
  @Parameter String transports = "";

  private final ClientFixture fixture = new ClientFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private io.socket.client.Socket client(String token) {
    return fixture.client(token, transports);
  }

  @Test
  void aBroadcastReachesTheRoomOnceInOrderAndSparesTheExcepted() throws InterruptedException {
    List<BlockingQueue<Object[]>> inboxes = new ArrayList<>();
    List<Socket> sockets = new ArrayList<>();
    for (String token : List.of("anna", "ben", "cleo", "dora")) {
      io.socket.client.Socket client = client(token);
      inboxes.add(events(client, "news"));
      client.connect();
      sockets.add(next(fixture.accepted()));
    }
    sockets.get(1).join("other");
    sockets.get(3).leave("room");

    for (int i = 0; i < 100; i++) {
      fixture
          .server()
          .main()
          .broadcast(List.of("room", "other"), Set.of(sockets.get(0).id()), "news", i);
    }
    fixture.server().main().broadcastToAll("news", "end");

    for (int receiver : new int[] {1, 2}) {
      for (int i = 0; i < 100; i++) {
        assertEquals(i, next(inboxes.get(receiver))[0]);
      }
    }
    for (BlockingQueue<Object[]> inbox : inboxes) {
      assertEquals("end", next(inbox)[0]);
      assertTrue(inbox.isEmpty());
    }
  }

  @Test
  void whatOneThreadEmitsArrivesInOrder() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> numbers = events(client, "number");
    client.connect();
    Socket socket = next(fixture.accepted());

    for (int i = 0; i < 500; i += 2) {
      socket.emit("number", i);
      fixture.server().main().broadcast(List.of("room"), List.of(), "number", i + 1);
    }

    for (int i = 0; i < 500; i++) {
      assertEquals(i, next(numbers)[0]);
    }
  }

  @Test
  void aDisconnectionIsToldToBothSidesAndEmptiesTheRooms() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> ends = events(client, io.socket.client.Socket.EVENT_DISCONNECT);
    client.connect();
    Socket socket = next(fixture.accepted());
    BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    socket.onDisconnect(reasons::add);

    socket.disconnect(false);

    assertEquals("io server disconnect", next(ends)[0]);
    assertEquals("server namespace disconnect", next(reasons));
    assertTrue(fixture.server().main().in("room").isEmpty());
    assertEquals(0, fixture.server().sockets().stats().sockets());
    socket.join("room");
    assertTrue(fixture.server().main().in("room").isEmpty());
  }

  @Test
  void aClientThatLeavesIsNoticed() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    BlockingQueue<Object[]> connected = events(client, io.socket.client.Socket.EVENT_CONNECT);
    client.connect();
    Socket socket = next(fixture.accepted());
    BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    socket.onDisconnect(reasons::add);
    next(connected);

    client.disconnect();

    assertEquals("client namespace disconnect", next(reasons));
  }

  @Test
  void aConnectionComesBackAfterARestart() throws InterruptedException {
    io.socket.client.Socket client = client("anna");
    client.connect();
    Socket first = next(fixture.accepted());
    BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
    first.onDisconnect(reasons::add);

    fixture.restart();

    assertEquals("server shutting down", next(reasons));
    Socket second = next(fixture.accepted());
    assertEquals("anna", second.attachment(String.class));
  }

  @Test
  void namespacesShareOneConnection() throws InterruptedException, IOException {
    BlockingQueue<Socket> custom = new LinkedBlockingQueue<>();
    fixture
        .server()
        .sockets()
        .namespace("/custom")
        .onConnect(
            handshake -> CompletableFuture.completedFuture(new Admission.Accept(custom::add)));
    io.socket.client.Socket client = client("anna");
    client.connect();
    next(fixture.accepted());
    io.socket.client.Socket second = client.io().socket("/custom");
    BlockingQueue<Object[]> news = events(second, "news");
    fixture.track(second);
    second.connect();

    next(custom).emit("news", "for you");

    assertEquals("for you", next(news)[0]);
    assertEquals(1, fixture.server().sockets().stats().engine().open());
    assertEquals(2, fixture.server().sockets().stats().sockets());
  }
}

package dev.windowshop.relay.socketio;

import static dev.windowshop.relay.socketio.ClientFixture.next;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.windowshop.relay.testing.NodeClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Socket.IO's own JavaScript client against the layer, over each way to travel.
class JavaScriptClientIT {
  private static final int WAIT_SECONDS = 30;

  private final ClientFixture fixture = new ClientFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"websocket", "polling", "polling,websocket"})
  void itConnectsAsksAnswersAndComesBack(String transports) throws Exception {
    try (NodeClient client =
        NodeClient.start("layer.js", fixture.server().uri("").toString(), transports)) {
      client.await("checked");
      Socket socket = next(fixture.accepted());
      assertEquals("anna", socket.attachment(String.class));
      assertEquals(5, ask(socket, "sum", 2, 3).path(0).intValue());
      assertArrayEquals(new byte[] {1, 2}, ask(socket, "bytes").path(0).binaryValue());

      fixture.restart();

      Socket back = next(fixture.accepted());
      assertEquals("anna", back.attachment(String.class));
      assertEquals(7, ask(back, "sum", 3, 4).path(0).intValue());
      back.emit("finish");
      client.await("finished");
      client.awaitSuccess();
    }
  }

  private static ArrayNode ask(Socket socket, String event, Object... args) throws Exception {
    return socket
        .emitWithAck(event, Duration.ofSeconds(WAIT_SECONDS), args)
        .toCompletableFuture()
        .get(WAIT_SECONDS, TimeUnit.SECONDS);
  }
}

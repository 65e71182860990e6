package dev.windowshop.relay.socketio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.relay.socketio.engine.EngineConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is over a limit is refused before it is there whole, compressed or not, and whoever says
/// nothing is not waited for.
class LimitIT {
  private static final int MAX_PAYLOAD = 10_000;
  private static final int FIN_TEXT = 0x81;
  private static final int COMPRESSED = 0x40;

  private final EngineConfig engine =
      EngineConfig.at("/socket.io").withLimits(MAX_PAYLOAD, 200_000);
  private final TestServer server = new TestServer(SocketIoConfig.of(engine));
  private final BlockingQueue<dev.windowshop.relay.socketio.Socket> accepted =
      new LinkedBlockingQueue<>();
  private final BlockingQueue<String> reasons = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  LimitIT() {
    letEverybodyIn(server.main());
  }

  private void letEverybodyIn(Namespace namespace) {
    namespace.onConnect(handshake ->
        CompletableFuture.completedFuture(
            new Admission.Accept(socket -> {
              socket.onDisconnect(reasons::add);
              socket.onAny((event, args, _) -> heard.add(event + args));
              accepted.add(socket);
            })));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T value = queue.poll(10, TimeUnit.SECONDS);
    assertNotNull(value, "nothing came in time");
    return value;
  }

  /// A WebSocket whose frames are put together here.
  private final class Wire implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;
    final String answer;

    Wire() throws IOException {
      socket = new Socket("127.0.0.1", server.port());
      socket.setSoTimeout(10_000);
      in = new DataInputStream(socket.getInputStream());
      socket
          .getOutputStream()
          .write(
              """
              GET /socket.io/?EIO=4&transport=websocket HTTP/1.1
              Host: localhost
              Upgrade: websocket
              Connection: Upgrade
              Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
              Sec-WebSocket-Version: 13
              Sec-WebSocket-Extensions: permessage-deflate

              """
                  .replace("\n", "\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      StringBuilder head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        head.append((char) in.readUnsignedByte());
      }
      answer = head.toString();
    }

    /// @param announced the length that the frame claims
    void frame(int first, long announced, byte[] payload) throws IOException {
      ByteBuffer head = ByteBuffer.allocate(14);
      head.put((byte) first);
      if (announced < 126) {
        head.put((byte) (0x80 | announced));
      } else {
        head.put((byte) 0xff).putLong(announced);
      }
      // A mask of zeros leaves the payload as it is.
      head.putInt(0).flip();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.write(head.array(), 0, head.limit());
      all.write(payload);
      socket.getOutputStream().write(all.toByteArray());
    }

    void text(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      frame(FIN_TEXT, bytes.length, bytes);
    }

    /// The status of the close frame that ends what comes.
    int closeStatus() throws IOException {
      while (true) {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if (length == 126) {
          length = in.readUnsignedShort();
        }
        byte[] payload = in.readNBytes(length);
        if ((first & 0x0f) == 8) {
          return ByteBuffer.wrap(payload).getShort();
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void compressionOfMessagesIsDeclined() throws IOException {
    try (Wire wire = new Wire()) {
      assertTrue(wire.answer.startsWith("HTTP/1.1 101 "), wire.answer);
      assertFalse(wire.answer.toLowerCase(java.util.Locale.ROOT).contains("deflate"), wire.answer);
    }
  }

  @Test
  void aCompressedMessageIsRefusedWithoutInflatingIt() throws IOException, InterruptedException {
    try (Wire wire = new Wire()) {
      wire.text("40");
      next(accepted);
      Deflater deflater = new Deflater(9, true);
      deflater.setInput(("42[\"" + "x".repeat(5_000_000) + "\"]").getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      byte[] small = new byte[MAX_PAYLOAD];
      int length = deflater.deflate(small);
      assertTrue(length < MAX_PAYLOAD);

      wire.frame(FIN_TEXT | COMPRESSED, length, java.util.Arrays.copyOf(small, length));

      assertEquals(1002, wire.closeStatus());
      next(reasons);
      assertTrue(heard.isEmpty());
    }
  }

  @Test
  void aFrameThatSaysItIsTooLargeIsRefusedUnread() throws IOException, InterruptedException {
    try (Wire wire = new Wire()) {
      wire.text("40");
      next(accepted);

      wire.frame(FIN_TEXT, 1L << 40, new byte[] {'4', '2'});

      assertEquals("transport error", next(reasons));
      assertEquals(1009, wire.closeStatus());
    }
  }

  @Test
  void aFrameThatIsNoTextIsRefused() throws IOException, InterruptedException {
    try (Wire wire = new Wire()) {
      wire.text("40");
      next(accepted);

      wire.frame(FIN_TEXT, 4, new byte[] {'4', '2', (byte) 0xc3, (byte) 0x28});

      next(reasons);
      assertTrue(heard.isEmpty());
    }
  }

  @Test
  void aBodyThatInflatesBeyondTheLimitIsRefused() throws Exception {
    Vertx vertx = server.vertx();
    int port =
        vertx
            .createHttpServer(
                engine.applyTo(new HttpServerOptions().setDecompressionSupported(true)))
            .requestHandler(server.sockets()::handle)
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();
    try (RawClient client = new RawClient(URI.create("http://127.0.0.1:" + port + "/socket.io/"))) {
      String id = client.open();
      ByteArrayOutputStream bomb = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
        gzip.write(new byte[5_000_000]);
      }
      assertTrue(bomb.size() < MAX_PAYLOAD);

      HttpResponse<String> answer =
          client.send(
              client
                  .request("?EIO=4&transport=polling&sid=" + id)
                  .header("Content-Encoding", "gzip")
                  .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(bomb.toByteArray())));

      assertEquals(413, answer.statusCode());
      assertEquals(400, client.poll(id).statusCode());
    }
  }

  @Test
  void aCompressedBodyIsNoPacketWhereCompressionIsOff() throws Exception {
    try (RawClient client = new RawClient(server.uri("/socket.io/"))) {
      String id = client.open();
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
        gzip.write("40".getBytes(StandardCharsets.US_ASCII));
      }

      HttpResponse<String> answer =
          client.send(
              client
                  .request("?EIO=4&transport=polling&sid=" + id)
                  .header("Content-Encoding", "gzip")
                  .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));

      assertEquals(400, answer.statusCode());
      assertEquals(400, client.poll(id).statusCode());
    }
  }

  @Test
  void whoJoinsNoNamespaceIsNotWaitedFor() throws InterruptedException {
    try (TestServer impatient = new TestServer(new SocketIoConfig(engine, Duration.ofMillis(50)));
        RawClient client = new RawClient(impatient.uri("/socket.io/"))) {
      letEverybodyIn(impatient.main());
      RawClient.RawSocket socket = client.webSocket("?EIO=4&transport=websocket", Long.MAX_VALUE);

      assertTrue(next(socket.events()).startsWith("0{"));
      assertEquals("closed", next(socket.events()));
      assertTrue(accepted.isEmpty());
    }
  }

  @Test
  void aPollerThatDoesNotAnswerPingsIsForgotten() throws IOException, InterruptedException {
    EngineConfig quick = engine.withHeartbeat(Duration.ofMillis(50), Duration.ofMillis(50));
    try (TestServer impatient = new TestServer(SocketIoConfig.of(quick));
        RawClient client = new RawClient(impatient.uri("/socket.io/"))) {
      letEverybodyIn(impatient.main());
      // On a busy machine it may be forgotten before it has joined.
      String id = client.open();
      while (client.post(id, "40").statusCode() != 200) {
        id = client.open();
      }
      next(accepted);

      assertEquals("ping timeout", next(reasons));
      assertEquals(400, client.poll(id).statusCode());
    }
  }
}

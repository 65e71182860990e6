package dev.windowshop.bench.torture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/// A Socket.IO connection that blocks, for virtual threads. Any failure ends it, and everything
/// that is still unanswered fails with it.
final class WireSocket implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 5000;
  private static final int TEXT = 1;

  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final BiConsumer<String, JsonNode> events;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Map<Long, CompletableFuture<JsonNode>> unanswered = new ConcurrentHashMap<>();
  private final AtomicLong nextAckId = new AtomicLong();
  private final String token;
  private volatile boolean closed;

  /// @param events called on the reading thread, in order
  /// @throws IOException when the line does not come up
  WireSocket(int port, String token, BiConsumer<String, JsonNode> events) throws IOException {
    this.token = token;
    this.events = events;
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setTcpNoDelay(true);
      // Longer than the relay's heartbeat.
      socket.setSoTimeout(60_000);
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 32 * 1024));
      upgrade(port);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
    Thread.ofVirtual().start(this::read);
    try {
      if (!ready.await(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS) || closed) {
        close();
        throw new IOException("not connected");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void upgrade(int port) throws IOException {
    socket
        .getOutputStream()
        .write(
            ("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost:"
                    + port
                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Version: 13\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101 ")) {
      throw new IOException("no WebSocket");
    }
  }

  boolean isClosed() {
    return closed;
  }

  /// Sends a command. The answer fails when the line ends before it.
  CompletableFuture<JsonNode> send(String command, Object body) throws IOException {
    long ackId = nextAckId.getAndIncrement();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    unanswered.put(ackId, answer);
    text("42" + ackId + "[\"" + command + "\"," + Json.encode(body) + "]");
    if (closed) {
      answer.completeExceptionally(new EOFException("the line has ended"));
    }
    return answer;
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(bytes.length + 14).put((byte) 0x81);
    if (bytes.length < 126) {
      frame.put((byte) (0x80 | bytes.length));
    } else {
      frame.put((byte) 0xfe).putShort((short) bytes.length);
    }
    frame.putInt(0).put(bytes);
    synchronized (socket) {
      socket.getOutputStream().write(frame.array(), 0, frame.position());
    }
  }

  private void read() {
    try {
      while (!closed) {
        int opcode = in.readUnsignedByte() & 0x0f;
        long length = in.readUnsignedByte();
        if (length == 126) {
          length = in.readUnsignedShort();
        } else if (length == 127) {
          length = in.readLong();
        }
        byte[] payload = in.readNBytes((int) length);
        if (payload.length < length || opcode != TEXT) {
          return;
        }
        packet(new String(payload, StandardCharsets.UTF_8));
      }
    } catch (IOException | RuntimeException e) {
      // What was cut off cannot be told from what was truncated: both are an end.
    } finally {
      close();
    }
  }

  private void packet(String packet) throws IOException {
    if (packet.equals("2")) {
      text("3");
    } else if (packet.startsWith("0")) {
      text("40{\"token\":\"" + token + "\"}");
    } else if (packet.startsWith("44")) {
      throw new IOException("refused: " + packet);
    } else if (packet.startsWith("42")) {
      JsonNode event = Json.decode(packet.substring(2), JsonNode.class);
      String name = event.path(0).asText();
      events.accept(name, event.path(1));
      if (name.equals("ready")) {
        ready.countDown();
      }
    } else if (packet.startsWith("43")) {
      int bracket = packet.indexOf('[');
      CompletableFuture<JsonNode> answer =
          unanswered.remove(Long.valueOf(packet.substring(2, bracket)));
      if (answer != null) {
        answer.complete(Json.decode(packet.substring(bracket), JsonNode.class).path(0));
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    ready.countDown();
    try {
      socket.close();
    } catch (IOException e) {
      // It is as good as closed.
    }
    unanswered.values().forEach(a -> a.completeExceptionally(new EOFException("the line ended")));
    unanswered.clear();
  }
}

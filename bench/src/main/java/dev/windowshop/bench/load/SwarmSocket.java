package dev.windowshop.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One Socket.IO connection over a WebSocket. On the swarm's thread only.
final class SwarmSocket {
  /// What a swarm wants to know of its sockets.
  interface Listener {
    void connected(SwarmSocket socket);

    /// @param payload the buffer that holds the event, from `from` to `to`
    void delivered(SwarmSocket socket, byte[] payload, int from, int to);

    void answered(SwarmSocket socket, long ackId, boolean ok, byte[] payload, int from, int to);
  }

  private static final byte[] EVENT = "42[\"new_message\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OK = "[{\"ok\":true".getBytes(StandardCharsets.US_ASCII);
  private static final int TEXT = 1;
  private static final int CLOSE = 8;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Listener listener;
  private final String token;
  private byte[] rest = new byte[0];
  private boolean upgraded;
  private ByteBuffer unsent = ByteBuffer.allocate(0);
  private long nextAckId;

  SwarmSocket(SocketChannel channel, SelectionKey key, String host, String token, Listener listener)
      throws IOException {
    this.channel = channel;
    this.key = key;
    this.token = token;
    this.listener = listener;
    write(
        ("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: "
                + host
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
  }

  /// Sends an event that wants an answer.
  ///
  /// @return the number of the answer
  long emit(String event, String json) throws IOException {
    long ackId = nextAckId++;
    text("42" + ackId + "[\"" + event + "\"," + json + "]");
    return ackId;
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(bytes.length + 14);
    frame.put((byte) 0x81);
    if (bytes.length < 126) {
      frame.put((byte) (0x80 | bytes.length));
    } else {
      frame.put((byte) 0xfe).putShort((short) bytes.length);
    }
    // A mask of zeros leaves the text as it is; the server unmasks it all the same.
    frame.putInt(0).put(bytes);
    write(Arrays.copyOf(frame.array(), frame.position()));
  }

  private void write(byte[] bytes) throws IOException {
    if (unsent.hasRemaining()) {
      ByteBuffer all = ByteBuffer.allocate(unsent.remaining() + bytes.length);
      unsent = all.put(unsent).put(bytes).flip();
    } else {
      unsent = ByteBuffer.wrap(bytes);
    }
    flush();
  }

  void flush() throws IOException {
    channel.write(unsent);
    key.interestOps(
        unsent.hasRemaining()
            ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
            : SelectionKey.OP_READ);
  }

  /// Takes what there is to read, through a buffer that all sockets share.
  void read(ByteBuffer shared) throws IOException {
    while (true) {
      shared.clear().put(rest);
      int count = channel.read(shared);
      if (count < 0) {
        throw new EOFException("the server ended a connection");
      }
      if (count == 0) {
        return;
      }
      boolean more = !shared.hasRemaining();
      byte[] bytes = shared.array();
      int end = shared.position();
      int from = upgraded ? 0 : afterUpgrade(bytes, end);
      from = frames(bytes, from, end);
      rest = from == end ? new byte[0] : Arrays.copyOfRange(bytes, from, end);
      if (!more) {
        return;
      }
    }
  }

  private int afterUpgrade(byte[] bytes, int end) throws IOException {
    for (int i = 3; i < end; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        String head = new String(bytes, 0, i, StandardCharsets.US_ASCII);
        if (!head.startsWith("HTTP/1.1 101 ")) {
          throw new IOException("no WebSocket: " + head);
        }
        upgraded = true;
        return i + 1;
      }
    }
    return 0;
  }

  private int frames(byte[] bytes, int start, int end) throws IOException {
    int at = start;
    while (upgraded && end - at >= 2) {
      int length = bytes[at + 1] & 0x7f;
      int payload = at + 2;
      if (length == 126) {
        if (end - at < 4) {
          break;
        }
        length = (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
        payload = at + 4;
      } else if (length == 127) {
        if (end - at < 10) {
          break;
        }
        length = ByteBuffer.wrap(bytes, at + 6, 4).getInt();
        payload = at + 10;
      }
      if (end - payload < length) {
        break;
      }
      int opcode = bytes[at] & 0x0f;
      if (opcode == TEXT) {
        packet(bytes, payload, payload + length);
      } else if (opcode == CLOSE) {
        throw new EOFException("the server closed a connection");
      }
      at = payload + length;
    }
    return at;
  }

  private void packet(byte[] bytes, int from, int to) throws IOException {
    int first = bytes[from];
    int second = to - from > 1 ? bytes[from + 1] : 0;
    if (first == '4' && second == '2') {
      if (startsWith(bytes, from, to, EVENT)) {
        listener.delivered(this, bytes, from, to);
      }
    } else if (first == '4' && second == '3') {
      int at = from + 2;
      long ackId = 0;
      while (bytes[at] >= '0' && bytes[at] <= '9') {
        ackId = ackId * 10 + bytes[at++] - '0';
      }
      listener.answered(this, ackId, startsWith(bytes, at, to, OK), bytes, at, to);
    } else if (first == '2') {
      text("3");
    } else if (first == '0') {
      text("40{\"token\":\"" + token + "\"}");
    } else if (first == '4' && second == '0') {
      listener.connected(this);
    } else if (first == '4' && second == '4') {
      throw new IOException(
          "refused: " + new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }
  }

  private static boolean startsWith(byte[] bytes, int from, int to, byte[] prefix) {
    return to - from >= prefix.length
        && Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
  }

  void close() throws IOException {
    key.cancel();
    channel.close();
  }
}

package dev.windowshop.relay.socketio.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// One packet on its way out, encoded once however many sessions it goes to. Immutable: frames
/// share its bytes.
public final class Outgoing {
  static final Outgoing CLOSE = packet("1");
  static final Outgoing PING = packet("2");
  static final Outgoing PROBE_ANSWER = packet("3probe");
  static final Outgoing NOOP = packet("6");

  private final boolean binary;
  private final byte[] bytes;

  private Outgoing(boolean binary, byte[] bytes) {
    this.binary = binary;
    this.bytes = bytes;
  }

  /// A text message.
  ///
  /// @param utf8 the parts of the text, encoded
  public static Outgoing text(byte[]... utf8) {
    int length = 1;
    for (byte[] part : utf8) {
      length += part.length;
    }
    byte[] packet = new byte[length];
    packet[0] = '4';
    int at = 1;
    for (byte[] part : utf8) {
      System.arraycopy(part, 0, packet, at, part.length);
      at += part.length;
    }
    return new Outgoing(false, packet);
  }

  /// A binary message. The array must not be changed afterwards.
  public static Outgoing binary(byte[] bytes) {
    return new Outgoing(true, bytes);
  }

  static Outgoing packet(String text) {
    return new Outgoing(false, text.getBytes(StandardCharsets.UTF_8));
  }

  int size() {
    return bytes.length;
  }

  WebSocketFrame webSocketFrame() {
    ByteBuf content = Unpooled.wrappedBuffer(bytes);
    return binary ? new BinaryWebSocketFrame(content) : new TextWebSocketFrame(content);
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void appendTo(ByteBuf pollingPayload) {
    if (binary) {
      pollingPayload.writeByte('b');
      pollingPayload.writeBytes(Base64.getEncoder().encode(bytes));
    } else {
      pollingPayload.writeBytes(bytes);
    }
  }
}

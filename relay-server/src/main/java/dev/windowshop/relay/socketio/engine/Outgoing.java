package dev.windowshop.relay.socketio.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// One packet on its way out, encoded once however many sessions it goes to. Immutable but for
/// [#share].
public final class Outgoing {
  static final Outgoing CLOSE = packet("1");
  static final Outgoing PING = packet("2").share();
  static final Outgoing PROBE_ANSWER = packet("3probe");
  static final Outgoing NOOP = packet("6");

  private static final int FIN_TEXT = 0x81;
  private static final int FIN_BINARY = 0x82;
  private static final int LONGEST_HEAD = 10;

  private final boolean binary;
  private final byte[] bytes;

  /// Its WebSocket frame outside the heap, when many sockets get it.
  private @Nullable ByteBuf frame;

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

  /// Makes its frame once for all the sockets that it is about to be given to, in memory that the
  /// kernel reads from without a copy and that goes when nobody refers to it any more. Call it
  /// before the packet is handed to other threads.
  public Outgoing share() {
    if (frame == null) {
      ByteBuf direct =
          Unpooled.wrappedBuffer(ByteBuffer.allocateDirect(LONGEST_HEAD + bytes.length));
      frame = writeFrame(direct.clear());
    }
    return this;
  }

  /// Its WebSocket frame, for one socket to write and release.
  ByteBuf webSocketFrame(ByteBufAllocator allocator) {
    ByteBuf shared = frame;
    return shared == null
        ? writeFrame(allocator.directBuffer(LONGEST_HEAD + bytes.length))
        : shared.retainedDuplicate();
  }

  /// As a server sends it: final, unmasked, uncompressed.
  private ByteBuf writeFrame(ByteBuf to) {
    to.writeByte(binary ? FIN_BINARY : FIN_TEXT);
    if (bytes.length < 126) {
      to.writeByte(bytes.length);
    } else if (bytes.length < 1 << 16) {
      to.writeByte(126).writeShort(bytes.length);
    } else {
      to.writeByte(127).writeLong(bytes.length);
    }
    return to.writeBytes(bytes);
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

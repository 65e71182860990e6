package dev.windowshop.relay.socketio.engine;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.List;
import java.util.Objects;

/// Packets over a WebSocket. Finished frames are written to the Netty channel itself, past the
/// public WebSocket API and past the encoder, and everything that one turn of the event loop writes
/// leaves in one system call, which makes a broadcast several times cheaper. This is the one class
/// that reaches for the channel, and data never takes the other way.
///
/// The channel may live on another event loop than the session (after an upgrade); Netty keeps the
/// order of what the session's loop writes.
final class WebSocketTransport implements Transport {
  private static final short MESSAGE_TOO_BIG = 1009;

  private final ServerWebSocket webSocket;
  private final ChannelHandlerContext channel;

  /// What is written here goes around the encoder and its neighbours, straight to the socket.
  private final ChannelHandlerContext belowEncoder;

  private final Flushes flushes;

  /// On the channel's event loop: whether a flush is planned.
  private boolean flushPlanned;

  /// Called on the channel's event loop as soon as the WebSocket is open, so that no frame is
  /// missed.
  WebSocketTransport(ServerWebSocket webSocket, Engine engine, int maxBufferedBytes) {
    this.webSocket = webSocket;
    channel = ((WebSocketInternal) webSocket).channelHandlerContext();
    channel
        .channel()
        .config()
        .setWriteBufferWaterMark(new WriteBufferWaterMark(maxBufferedBytes, maxBufferedBytes));
    belowEncoder =
        Objects.requireNonNull(
            channel.pipeline().context(WebSocketFrameEncoder.class), "a WebSocket has an encoder");
    flushes = Flushes.of((SingleThreadEventExecutor) channel.executor());
    webSocket.textMessageHandler(text -> engine.run(() -> engine.onPacket(this, text)));
    webSocket.binaryMessageHandler(buffer -> {
      byte[] bytes = buffer.getBytes();
      engine.run(() -> engine.onBinary(this, bytes));
    });
    webSocket.exceptionHandler(failure -> onFailure(engine, failure));
    webSocket.closeHandler(
        ended -> engine.run(() -> engine.onTransportEnd(this, CloseReason.TRANSPORT_CLOSE)));
  }

  private void onFailure(Engine engine, Throwable failure) {
    if (failure instanceof HttpClosedException) {
      return; // The close handler follows.
    }
    webSocket.close(
        failure instanceof CorruptedWebSocketFrameException corrupted
            ? (short) corrupted.closeStatus().code()
            : MESSAGE_TOO_BIG);
    engine.run(() -> engine.onTransportEnd(this, CloseReason.TRANSPORT_ERROR));
  }

  @Override
  public TransportKind kind() {
    return TransportKind.WEBSOCKET;
  }

  @Override
  public void send(List<Outgoing> packets) {
    for (Outgoing packet : packets) {
      belowEncoder.write(packet.webSocketFrame(belowEncoder.alloc()), belowEncoder.voidPromise());
    }
    if (flushPlanned) {
      if (!channel.channel().isWritable()) {
        belowEncoder.flush();
      }
    } else if (!channel.executor().inEventLoop() || !flushes.moreToCome()) {
      belowEncoder.flush();
    } else {
      flushPlanned = true;
      flushes.plan(this);
    }
  }

  void flush() {
    flushPlanned = false;
    belowEncoder.flush();
  }

  @Override
  public boolean overloaded() {
    return channel.channel().isActive() && !channel.channel().isWritable();
  }

  @Override
  public void close(CloseReason reason) {
    if (reason == CloseReason.SLOW_CONSUMER || reason == CloseReason.SERVER_SHUTDOWN) {
      // A close frame would wait behind what the client does not read; and the Java client does not
      // answer one, so that it would go on believing in a relay that has stopped.
      channel.channel().close();
    } else {
      webSocket.close();
    }
  }
}

package dev.windowshop.relay.socketio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.windowshop.relay.socketio.engine.CloseReason;
import dev.windowshop.relay.socketio.engine.Outgoing;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client in one namespace. Any thread may call it; handlers run on the connection's event
/// loop.
public final class Socket {
  private static final Logger LOG = LoggerFactory.getLogger(Socket.class);

  private final String id;
  private final Namespace namespace;
  private final Connection connection;
  private final Handshake handshake;
  private final Map<String, EventHandler> handlers = new ConcurrentHashMap<>(2);
  private final AtomicLong nextAckId = new AtomicLong();
  private volatile @Nullable AnyEventHandler anyHandler;
  private volatile @Nullable Object attachment;

  /// Written under the lock, so that nobody joins a room after the end.
  private volatile @Nullable String endReason;

  // Guarded by this.
  private final Set<String> rooms = new HashSet<>();
  private final List<Consumer<String>> disconnectHandlers = new ArrayList<>(1);

  // On the event loop only.
  private final Map<Long, Waiting> waiting = new HashMap<>(0);

  private record Waiting(CompletableFuture<ArrayNode> answer, Future<?> limit) {}

  Socket(String id, Namespace namespace, Connection connection, Handshake handshake) {
    this.id = id;
    this.namespace = namespace;
    this.connection = connection;
    this.handshake = handshake;
  }

  /// Names this socket to others; it gives no power over it.
  public String id() {
    return id;
  }

  public Namespace namespace() {
    return namespace;
  }

  public Handshake handshake() {
    return handshake;
  }

  /// What the application attached, such as who the client is.
  ///
  /// @throws IllegalStateException when nothing of that type is attached
  public <T> T attachment(Class<T> type) {
    Object value = attachment;
    if (!type.isInstance(value)) {
      throw new IllegalStateException("no " + type.getSimpleName() + " is attached");
    }
    return type.cast(value);
  }

  public void attach(Object value) {
    attachment = value;
  }

  public boolean isConnected() {
    return endReason == null;
  }

  /// Handles an event; a second handler for the same event takes the first one's place.
  public void on(String event, EventHandler handler) {
    handlers.put(event, handler);
  }

  /// Handles every event, before the handler of that event if there is one.
  public void onAny(AnyEventHandler handler) {
    anyHandler = handler;
  }

  /// Called once when the socket ends, with the reason; at once if it has ended already.
  public void onDisconnect(Consumer<String> handler) {
    String reason;
    synchronized (this) {
      reason = endReason;
      if (reason == null) {
        disconnectHandlers.add(handler);
      }
    }
    if (reason != null) {
      handler.accept(reason);
    }
  }

  /// @param args anything the server's mapper can write; `byte[]` travels as binary
  public void emit(String event, @Nullable Object... args) {
    List<Outgoing> packets = namespace.writer().event(namespace.name(), null, event, args);
    connection.engine().run(() -> send(packets));
  }

  /// Emits an event and waits for the client's answer. The stage completes on the event loop, or
  /// fails with [AckFailedException].
  public CompletionStage<ArrayNode> emitWithAck(
      String event, Duration timeout, @Nullable Object... args) {
    Long ackId = nextAckId.getAndIncrement();
    List<Outgoing> packets = namespace.writer().event(namespace.name(), ackId, event, args);
    CompletableFuture<ArrayNode> answer = new CompletableFuture<>();
    connection.engine().run(() -> ask(ackId, packets, timeout, answer));
    return answer;
  }

  public void join(String room) {
    synchronized (this) {
      if (endReason == null && rooms.add(room)) {
        namespace.enter(room, this);
      }
    }
  }

  public void leave(String room) {
    synchronized (this) {
      if (rooms.remove(room)) {
        namespace.exit(room, this);
      }
    }
  }

  public Set<String> rooms() {
    synchronized (this) {
      return Set.copyOf(rooms);
    }
  }

  /// Ends this socket.
  ///
  /// @param close whether the whole connection ends, or this namespace only
  public void disconnect(boolean close) {
    connection
        .engine()
        .run(() -> {
          if (isConnected()) {
            connection.send(
                namespace.writer().plain(PacketType.DISCONNECT, namespace.name(), null));
            connection.left(this);
            ended("server namespace disconnect");
          }
          if (close) {
            connection.engine().close(CloseReason.SERVER_CLOSE);
          }
        });
  }

  EventLoop loop() {
    return connection.engine().loop();
  }

  void send(List<Outgoing> packets) {
    if (isConnected()) {
      connection.send(packets);
    }
  }

  void onPacket(Packet packet) {
    switch (packet.type()) {
      case EVENT, BINARY_EVENT -> {
        if (packet.data() instanceof ArrayNode data) {
          onEvent(data, packet.id());
        }
      }
      case ACK, BINARY_ACK -> {
        Waiting ack = packet.id() == null ? null : waiting.remove(packet.id());
        if (ack != null && packet.data() instanceof ArrayNode data) {
          ack.limit().cancel(false);
          ack.answer().complete(data);
        }
      }
      case DISCONNECT -> {
        connection.left(this);
        ended("client namespace disconnect");
      }
      case CONNECT, CONNECT_ERROR -> throw new IllegalStateException("no packet for a socket");
    }
  }

  /// The end, on the event loop.
  void ended(String reason) {
    List<Consumer<String>> listeners;
    synchronized (this) {
      if (endReason != null) {
        return;
      }
      endReason = reason;
      rooms.forEach(room -> namespace.exit(room, this));
      rooms.clear();
      listeners = List.copyOf(disconnectHandlers);
    }
    namespace.remove(this);
    for (Waiting ack : List.copyOf(waiting.values())) {
      ack.limit().cancel(false);
      ack.answer().completeExceptionally(new AckFailedException("the client is gone"));
    }
    waiting.clear();
    for (Consumer<String> listener : listeners) {
      try {
        listener.accept(reason);
      } catch (RuntimeException e) {
        LOG.error("a handler of a disconnection failed", e);
      }
    }
  }

  private void onEvent(ArrayNode data, @Nullable Long ackId) {
    String event = data.remove(0).textValue();
    Ack ack = ackId == null ? null : new ClientAck(ackId);
    try {
      AnyEventHandler any = anyHandler;
      if (any != null) {
        any.on(event, data, ack);
      }
      EventHandler handler = handlers.get(event);
      if (handler != null) {
        handler.on(data, ack);
      }
    } catch (RuntimeException e) {
      LOG.error("a handler of the event {} failed", event, e);
    }
  }

  private void ask(
      Long ackId, List<Outgoing> packets, Duration timeout, CompletableFuture<ArrayNode> answer) {
    if (!isConnected()) {
      answer.completeExceptionally(new AckFailedException("the client is gone"));
      return;
    }
    Future<?> limit =
        loop()
            .schedule(
                () -> {
                  waiting.remove(ackId);
                  answer.completeExceptionally(
                      new AckFailedException("no answer within " + timeout));
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
    waiting.put(ackId, new Waiting(answer, limit));
    connection.send(packets);
  }

  private final class ClientAck implements Ack {
    private final long ackId;
    private final AtomicBoolean sent = new AtomicBoolean();

    ClientAck(long ackId) {
      this.ackId = ackId;
    }

    @Override
    public void send(@Nullable Object... args) {
      if (sent.compareAndSet(false, true)) {
        List<Outgoing> packets = namespace.writer().ack(namespace.name(), ackId, args);
        connection.engine().run(() -> Socket.this.send(packets));
      }
    }
  }
}

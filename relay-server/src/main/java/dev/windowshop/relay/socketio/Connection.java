package dev.windowshop.relay.socketio;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.relay.socketio.engine.CloseReason;
import dev.windowshop.relay.socketio.engine.Engine;
import dev.windowshop.relay.socketio.engine.EngineListener;
import dev.windowshop.relay.socketio.engine.Origin;
import dev.windowshop.relay.socketio.engine.Outgoing;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's connection, with a socket for each namespace that it joined. Runs on the event loop
/// of its session.
final class Connection implements EngineListener {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final Engine engine;
  private final SocketIoServer server;
  private final Duration connectTimeout;
  private Future<?> idleLimit;
  private final Map<String, Socket> sockets = new HashMap<>();
  private final Set<String> deciding = new HashSet<>();
  private @Nullable BinaryPacket incomplete;
  private @Nullable List<Outgoing> held;

  Connection(Engine engine, SocketIoServer server, Duration connectTimeout) {
    this.engine = engine;
    this.server = server;
    this.connectTimeout = connectTimeout;
    idleLimit = limitIdleness();
  }

  private Future<?> limitIdleness() {
    return engine
        .loop()
        .schedule(this::closeIfIdle, connectTimeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  Engine engine() {
    return engine;
  }

  /// On the event loop only.
  void send(List<Outgoing> packets) {
    if (held != null) {
      held.addAll(packets);
    } else {
      engine.send(packets);
    }
  }

  void left(Socket socket) {
    sockets.remove(socket.namespace().name(), socket);
    if (sockets.isEmpty() && !engine.isClosed()) {
      idleLimit = limitIdleness();
    }
  }

  @Override
  public void onText(String message) {
    try {
      if (incomplete != null) {
        throw new MalformedPacketException("text where an attachment was due");
      }
      Packet packet = PacketParser.parse(message);
      if (packet.attachments() > 0) {
        incomplete = new BinaryPacket(packet);
      } else {
        onPacket(packet);
      }
    } catch (MalformedPacketException e) {
      refuse(e);
    }
  }

  @Override
  public void onBinary(byte[] message) {
    try {
      if (incomplete == null) {
        throw new MalformedPacketException("an attachment of no packet");
      }
      Packet packet = incomplete.add(message);
      if (packet != null) {
        incomplete = null;
        onPacket(packet);
      }
    } catch (MalformedPacketException e) {
      refuse(e);
    }
  }

  @Override
  public void onClose(CloseReason reason) {
    idleLimit.cancel(false);
    List.copyOf(sockets.values()).forEach(socket -> socket.ended(reason.text()));
    sockets.clear();
  }

  private void onPacket(Packet packet) throws MalformedPacketException {
    Socket socket = sockets.get(packet.namespace());
    if (packet.type() == PacketType.CONNECT && socket == null) {
      connect(packet);
    } else if (packet.type() != PacketType.CONNECT && socket != null) {
      socket.onPacket(packet);
    } else {
      throw new MalformedPacketException("a packet out of order");
    }
  }

  private void connect(Packet packet) throws MalformedPacketException {
    String name = packet.namespace();
    Namespace namespace = server.find(name);
    ConnectHandler handler = namespace == null ? null : namespace.connectHandler();
    if (namespace == null || handler == null) {
      send(server.writer().plain(PacketType.CONNECT_ERROR, name, error("Invalid namespace", null)));
      return;
    }
    if (!deciding.add(name)) {
      throw new MalformedPacketException("two requests to join a namespace");
    }
    Handshake handshake = handshake(packet);
    CompletionStage<Admission> decision;
    try {
      decision = handler.connect(handshake);
    } catch (RuntimeException e) {
      LOG.error("the decision about a connection failed", e);
      decide(namespace, handshake, refused());
      return;
    }
    decision.whenComplete((admission, failure) -> {
      if (failure != null) {
        LOG.error("the decision about a connection failed", failure);
      }
      engine.run(() -> decide(namespace, handshake, failure == null ? admission : refused()));
    });
  }

  private void decide(Namespace namespace, Handshake handshake, Admission admission) {
    deciding.remove(namespace.name());
    if (engine.isClosed()) {
      return;
    }
    switch (admission) {
      case Admission.Reject(String message, Object data) ->
          send(
              server
                  .writer()
                  .plain(PacketType.CONNECT_ERROR, namespace.name(), error(message, data)));
      case Admission.Accept(var setUp) -> {
        idleLimit.cancel(false);
        admit(new Socket(server.newSocketId(), namespace, this, handshake), setUp);
      }
    }
  }

  /// The set-up comes first, so that the client misses nothing that happens once it knows that it
  /// is connected; what the set-up sends is held back until the client knows.
  private void admit(Socket socket, Consumer<Socket> setUp) {
    Namespace namespace = socket.namespace();
    sockets.put(namespace.name(), socket);
    namespace.add(socket);
    List<Outgoing> packets = new ArrayList<>(1);
    held = packets;
    try {
      setUp.accept(socket);
      packets.addAll(
          0,
          server.writer().plain(PacketType.CONNECT, namespace.name(), Map.of("sid", socket.id())));
    } catch (RuntimeException e) {
      LOG.error("the set-up of a socket failed", e);
      left(socket);
      socket.ended("server namespace disconnect");
      packets.clear();
      packets.addAll(
          server
              .writer()
              .plain(PacketType.CONNECT_ERROR, namespace.name(), error("Internal error", null)));
    } finally {
      held = null;
    }
    engine.send(packets);
  }

  private Handshake handshake(Packet packet) {
    Origin origin = engine.origin();
    ObjectNode auth =
        packet.data() instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    return new Handshake(auth, origin.headers(), origin.query(), origin.remoteAddress());
  }

  private static Admission refused() {
    return new Admission.Reject("Internal error", null);
  }

  private static Map<String, Object> error(String message, @Nullable Object data) {
    return data == null ? Map.of("message", message) : Map.of("message", message, "data", data);
  }

  private void closeIfIdle() {
    if (sockets.isEmpty()) {
      engine.close(CloseReason.SERVER_CLOSE);
    }
  }

  private void refuse(MalformedPacketException e) {
    LOG.debug("a client broke the protocol: {}", e.getMessage());
    engine.close(CloseReason.PARSE_ERROR);
  }
}

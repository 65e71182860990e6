package dev.windowshop.relay.socketio.engine;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One session. Its state belongs to its event loop; [#send] and [#close] find their way there from
/// any thread, and what one thread sends stays in order.
public final class Engine {
  /// A timer that is later than this part of the time-out is the server's fault, not the client's.
  private static final int FORGIVEN_PART = 4;

  private final Sessions sessions;
  private final EngineConfig config;
  private final String id;
  private final EventLoop loop;
  private final Origin origin;

  private @Nullable Transport transport;
  private @Nullable EngineListener listener;
  private @Nullable Upgrade upgrade;
  private @Nullable Future<?> heartbeat;
  private boolean pongAwaited;
  private long pongDue;
  private boolean slownessNoticed;
  private volatile @Nullable CloseReason closed;
  private final AtomicBoolean posting = new AtomicBoolean();

  Engine(Sessions sessions, EngineConfig config, String id, EventLoop loop, Origin origin) {
    this.sessions = sessions;
    this.config = config;
    this.id = id;
    this.loop = loop;
    this.origin = origin;
  }

  /// The session's id. Whoever knows it can speak for the client, so it is never shown to others.
  public String id() {
    return id;
  }

  public Origin origin() {
    return origin;
  }

  /// The event loop that everything of this session runs on.
  public EventLoop loop() {
    return loop;
  }

  public boolean isClosed() {
    return closed != null;
  }

  /// Sends packets one after the other with none between them. Any thread.
  public void send(List<Outgoing> packets) {
    run(() -> {
      Transport current = transport;
      if (closed != null || current == null) {
        return;
      }
      current.send(packets);
      if (current.overloaded() && !slownessNoticed) {
        slownessNoticed = true;
        // Later, so that what this turn wrote is flushed first and no sender sees the session end
        // under its hands.
        runLater(this::dropIfStillSlow);
      }
    });
  }

  /// Ends the session. Any thread.
  public void close(CloseReason reason) {
    run(() -> finish(reason));
  }

  /// Runs an action on the session's event loop: at once if this is it.
  public void run(Runnable action) {
    if (loop.inEventLoop()) {
      action.run();
    } else {
      loop.execute(action);
    }
  }

  @Nullable CloseReason closeReason() {
    return closed;
  }

  /// Any thread; false when another POST of this session is under way, which the protocol forbids.
  boolean beginPost() {
    return posting.compareAndSet(false, true);
  }

  void endPost() {
    posting.set(false);
  }

  void runLater(Runnable action) {
    loop.execute(action);
  }

  @Nullable Transport transport() {
    return transport;
  }

  void open(Transport first, EngineListener owner) {
    transport = first;
    listener = owner;
    String upgrades =
        first.kind() == TransportKind.POLLING
                && config.transports().contains(TransportKind.WEBSOCKET)
            ? "[\"websocket\"]"
            : "[]";
    first.send(
        List.of(
            Outgoing.packet(
                "0{\"sid\":\"%s\",\"upgrades\":%s,\"pingInterval\":%d,\"pingTimeout\":%d,\"maxPayload\":%d}"
                    .formatted(
                        id,
                        upgrades,
                        config.pingInterval().toMillis(),
                        config.pingTimeout().toMillis(),
                        config.maxPayload()))));
    planPing();
  }

  /// A POST's payload of several packets.
  void onPayload(String payload) {
    for (String packet : payload.split("\u001e", -1)) {
      if (closed == null && transport instanceof PollingTransport polling) {
        onPacket(polling, packet);
      }
    }
  }

  void onPacket(Transport from, String packet) {
    if (closed != null) {
      return;
    }
    if (upgrade != null && from == upgrade.to()) {
      upgrade.onPacket(packet);
    } else if (from == transport) {
      onPacket(packet);
    }
  }

  void onBinary(Transport from, byte[] message) {
    if (closed == null && from == transport && listener != null) {
      listener.onBinary(message);
    }
  }

  private void onPacket(String packet) {
    EngineListener owner = listener;
    if (owner == null) {
      return;
    }
    switch (packet.isEmpty() ? '?' : packet.charAt(0)) {
      case '4' -> owner.onText(packet.substring(1));
      case '3' -> onPong();
      case '5', '6' -> {
        // An upgrade that was given up, or nothing.
      }
      case '1' -> finish(CloseReason.TRANSPORT_CLOSE);
      case 'b' -> onBase64(owner, packet.substring(1));
      default -> finish(CloseReason.PARSE_ERROR);
    }
  }

  private void onBase64(EngineListener owner, String text) {
    byte[] message;
    try {
      // Some clients wrap the text in lines.
      message = Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      finish(CloseReason.PARSE_ERROR);
      return;
    }
    owner.onBinary(message);
  }

  void onTransportEnd(Transport ended, CloseReason reason) {
    if (ended == transport) {
      finish(reason);
    } else if (upgrade != null && ended == upgrade.to()) {
      abandonUpgrade();
    }
  }

  void probe(WebSocketTransport to) {
    if (closed == null && upgrade == null && transport instanceof PollingTransport from) {
      upgrade = new Upgrade(this, from, to, config.upgradeTimeout().toMillis());
    } else {
      to.close(CloseReason.SERVER_CLOSE);
    }
  }

  void abandonUpgrade() {
    if (upgrade != null) {
      upgrade.stop();
      upgrade.to().close(CloseReason.SERVER_CLOSE);
      upgrade = null;
    }
  }

  void upgraded() {
    if (upgrade != null && transport instanceof PollingTransport polling) {
      upgrade.stop();
      WebSocketTransport webSocket = upgrade.to();
      upgrade = null;
      transport = webSocket;
      sessions.upgraded();
      List<Outgoing> rest = polling.drain();
      if (!rest.isEmpty()) {
        webSocket.send(rest);
      }
    }
  }

  private void onPong() {
    if (pongAwaited) {
      planPing();
    }
  }

  private void planPing() {
    pongAwaited = false;
    stopHeartbeat();
    long due = System.nanoTime() + config.pingInterval().toNanos();
    heartbeat =
        loop.schedule(() -> ping(due), config.pingInterval().toNanos(), TimeUnit.NANOSECONDS);
  }

  /// The answer is awaited from the moment the ping was due, so that the small delays of timers do
  /// not add up; a client is not made to answer for a large one.
  private void ping(long due) {
    long now = System.nanoTime();
    long forgiven = config.pingTimeout().toNanos() / FORGIVEN_PART;
    pongDue = now + config.pingTimeout().toNanos() - Math.min(now - due, forgiven);
    heartbeat =
        loop.schedule(() -> finish(CloseReason.PING_TIMEOUT), pongDue - now, TimeUnit.NANOSECONDS);
    pongAwaited = true;
    send(List.of(Outgoing.PING));
  }

  /// Ends a session whose time is over though its timer has not run yet: on a busy event loop what
  /// comes in is looked at before timers are. On the event loop.
  void endIfOverdue() {
    if (pongAwaited && System.nanoTime() - pongDue >= 0) {
      finish(CloseReason.PING_TIMEOUT);
    }
  }

  private void stopHeartbeat() {
    if (heartbeat != null) {
      heartbeat.cancel(false);
    }
  }

  private void dropIfStillSlow() {
    slownessNoticed = false;
    if (closed == null && transport != null && transport.overloaded()) {
      finish(CloseReason.SLOW_CONSUMER);
    }
  }

  private void finish(CloseReason reason) {
    if (closed != null) {
      return;
    }
    closed = reason;
    stopHeartbeat();
    abandonUpgrade();
    Transport last = transport;
    if (last != null) {
      last.close(reason);
      sessions.ended(this, last, reason);
    }
    if (listener != null) {
      listener.onClose(reason);
    }
  }
}

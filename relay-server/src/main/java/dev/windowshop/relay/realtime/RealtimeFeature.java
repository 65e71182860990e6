package dev.windowshop.relay.realtime;

import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.auth.Authenticator;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.db.RelayState;
import dev.windowshop.relay.limit.ClientAddresses;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.socketio.Namespace;
import dev.windowshop.relay.socketio.Socket;
import dev.windowshop.relay.socketio.SocketIoServer;
import dev.windowshop.relay.socketio.engine.CloseReason;
import dev.windowshop.relay.stop.Work;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The live side, wired: features get its [#broadcaster] and [#presence] and register their
/// [#commands]; then [#serve] lets clients in.
public final class RealtimeFeature implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RealtimeFeature.class);

  /// Commands of one socket that may wait.
  private static final int LANE_CAPACITY = 1000;

  private final Namespace namespace;
  private final Authenticator authenticator;
  private final Executor executor;
  private final Limits limits;
  private final ClientAddresses addresses;
  private final Work work;
  private final Clock clock;
  private final String epoch;
  private final Broadcaster broadcaster;
  private final Presence presence;
  private final Commands commands = new Commands();
  private final CommandDispatch dispatch;
  private final LiveSockets sockets;
  private final Laggards laggards = new Laggards();
  private final List<SocketLifecycle> lifecycles = new CopyOnWriteArrayList<>();

  /// @param executor runs handshakes and commands, one virtual thread each
  public RealtimeFeature(
      SocketIoServer server,
      Database database,
      Authenticator authenticator,
      Presence.Memory memory,
      Executor executor,
      Limits limits,
      ClientAddresses addresses,
      Work work,
      RealtimeObserver observer,
      Clock clock) {
    this.namespace = server.namespace("/");
    this.authenticator = authenticator;
    this.executor = executor;
    this.limits = limits;
    this.addresses = addresses;
    this.dispatch = new CommandDispatch(commands, limits, work, observer);
    this.work = work;
    this.clock = clock;
    this.epoch =
        database.write(handle -> RelayState.init(handle, "epoch", UUID.randomUUID().toString()));
    Crowd crowd = new Crowd(System::nanoTime);
    database.space(crowd);
    this.broadcaster = new SocketBroadcaster(namespace, observer, crowd);
    this.presence = new Presence(database, memory, executor);
    this.sockets = new LiveSockets(authenticator);
    commands.on(Command.RENEW_TOKEN, Command.Renew.class, sockets::renew);
  }

  /// Which history of the database the counters belong to.
  public String epoch() {
    return epoch;
  }

  public Broadcaster broadcaster() {
    return broadcaster;
  }

  public Presence presence() {
    return presence;
  }

  public Commands commands() {
    return commands;
  }

  public int connections() {
    return sockets.size();
  }

  /// Ends every socket of a session that was revoked.
  public void endSession(String sessionId) {
    sockets.endSession(sessionId);
  }

  /// Tells everybody that the relay stops, and when to come back.
  public void announceStop() {
    sockets.tellAll(new ServerEvent.ServerStopping(Work.RETRY_AFTER));
  }

  /// Lets clients in. Everything must be registered by now.
  public void serve(List<? extends SocketLifecycle> features) {
    lifecycles.addAll(features);
    Gate gate =
        new Gate(
            authenticator, executor, limits, addresses, work, this::conversationsOf, this::admit);
    namespace.onConnect(gate::connect);
  }

  private Set<String> conversationsOf(String userId) {
    Set<String> all = new HashSet<>();
    lifecycles.forEach(lifecycle -> all.addAll(lifecycle.conversationsOf(userId)));
    return all;
  }

  /// On the event loop, before anything that the client sends is handled: whatever is published
  /// from here on reaches it, after `ready`.
  private void admit(Socket socket, Gate.Pass pass) {
    ClientSocket client = new ClientSocket(socket.id(), pass.principal());
    LiveSocket live =
        new LiveSocket(socket, client, new Lane(executor, LANE_CAPACITY), pass.expiresAt());
    emit(live, new ServerEvent.Ready(epoch, Protocol.VERSION, client.userId(), clock.instant()));
    if (laggards.cameBack(pass.principal().sessionId())) {
      emit(live, new ServerEvent.Resync(CloseReason.SLOW_CONSUMER.text()));
    }
    socket.join(Rooms.ofUser(client.userId()));
    pass.conversationIds().forEach(id -> socket.join(Rooms.ofConversation(id)));
    sockets.add(live);
    presence.entered(client);
    LOG.info("socket {} of user {} connected", client.id(), client.userId());
    live.lane().add(() -> arrived(live, pass));
    socket.onAny((event, args, ack) -> dispatch.dispatch(live, event, args, ack));
    socket.onDisconnect(reason -> {
      if (reason.equals(CloseReason.SLOW_CONSUMER.text())) {
        laggards.dropped(pass.principal().sessionId());
      }
      LOG.info("socket {} of user {} ended: {}", client.id(), client.userId(), reason);
      sockets.remove(live);
      boolean last = presence.exited(client);
      live.lane().add(() -> gone(live, last));
    });
  }

  /// What may have changed between the handshake and now is looked at again.
  private void arrived(LiveSocket live, Gate.Pass pass) {
    ClientSocket client = live.client();
    try {
      authenticator.authenticate(pass.token());
    } catch (ProblemException e) {
      LiveSockets.end(live, e.problem());
    }
    Set<String> now = conversationsOf(client.userId());
    if (!now.equals(pass.conversationIds())) {
      for (String id : now) {
        live.socket().join(Rooms.ofConversation(id));
      }
      for (String id : pass.conversationIds()) {
        if (!now.contains(id)) {
          live.socket().leave(Rooms.ofConversation(id));
        }
      }
      emit(live, new ServerEvent.Resync(null));
    }
    presence.announce(client.userId());
    for (SocketLifecycle lifecycle : lifecycles) {
      try {
        lifecycle.connected(client);
      } catch (RuntimeException e) {
        LOG.error("a feature did not take a new socket", e);
      }
    }
  }

  private void gone(LiveSocket live, boolean last) {
    presence.announce(live.client().userId());
    for (SocketLifecycle lifecycle : lifecycles) {
      try {
        lifecycle.disconnected(live.client(), last);
      } catch (RuntimeException e) {
        LOG.error("a feature did not take the end of a socket", e);
      }
    }
  }

  private static void emit(LiveSocket live, ServerEvent event) {
    live.socket().emit(event.wire(), event);
  }

  @Override
  public void close() {
    sockets.close();
  }
}

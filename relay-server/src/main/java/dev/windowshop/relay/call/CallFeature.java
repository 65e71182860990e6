package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.CallLink;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import dev.windowshop.relay.realtime.Commands;
import dev.windowshop.relay.realtime.SocketLifecycle;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Everything of calls, wired. Takes up the calls that were running when it is made, so that no
/// socket is there yet.
public final class CallFeature implements SocketLifecycle, AutoCloseable {
  private final CallService service;
  private final LobbyService lobby;
  private final CallLinks links;
  private final CallSignals signals;
  private final CallRoutes routes;
  private final IceServers iceServers;
  private final CallTimer timer;
  private final LiveCalls live;
  private final Limits limits;

  public CallFeature(
      Database database,
      Broadcaster broadcaster,
      CallConversations conversations,
      IceServers iceServers,
      Limits limits,
      CallPresence presence,
      CallDevices devices) {
    this(
        database,
        broadcaster,
        conversations,
        iceServers,
        limits,
        CallConfig.DEFAULT,
        new SystemCallTimer(),
        presence,
        devices);
  }

  CallFeature(
      Database database,
      Broadcaster broadcaster,
      CallConversations conversations,
      IceServers iceServers,
      Limits limits,
      CallConfig config,
      CallTimer timer,
      CallPresence presence,
      CallDevices devices) {
    CallRepository calls = new CallRepository();
    this.live = new LiveCalls();
    CallLinkRepository linkRows = new CallLinkRepository();
    Lobby waiting = new Lobby(live, broadcaster);
    this.service =
        new CallService(
            database,
            calls,
            conversations,
            live,
            new CallAnnouncer(broadcaster),
            timer,
            config,
            presence,
            devices,
            linkRows,
            waiting);
    this.lobby =
        new LobbyService(database, calls, linkRows, conversations, waiting, service, timer);
    this.links = new CallLinks(database, calls, linkRows, conversations, waiting, timer);
    this.signals = new CallSignals(live, broadcaster, limits);
    this.routes = new CallRoutes(new CallHistory(database, calls), iceServers);
    this.iceServers = iceServers;
    this.timer = timer;
    this.limits = limits;
    service.recover();
  }

  public PersonalData personalData() {
    return new CallData();
  }

  /// Those who are in a call with this user.
  ///
  /// @throws ProblemException 404 when the user is not in it
  public List<String> present(Handle handle, String callId, String userId) {
    List<String> present =
        new CallRepository()
            .find(handle, callId).stream()
                .filter(call -> call.state() != Call.State.ENDED)
                .flatMap(call -> call.participants().stream())
                .filter(one -> one.state() == Call.ParticipantState.JOINED)
                .map(Call.Participant::userId)
                .toList();
    if (!present.contains(userId)) {
      throw ProblemException.notFound("call");
    }
    return present;
  }

  public void routes(HttpApi api) {
    routes.register(api);
    new CallLinkRoutes(links).register(api);
  }

  public void commands(Commands commands) {
    commands.on(
        Command.CALL_START,
        Call.Start.class,
        (socket, body) -> {
          limits.take(Limit.CALLS, socket.userId());
          return joined(socket, service.start(socket, body));
        });
    commands.on(
        Command.CALL_JOIN,
        Call.Join.class,
        (socket, body) -> joined(socket, service.join(socket, body)));
    commands.on(
        Command.CALL_DECLINE,
        Call.Id.class,
        (socket, body) -> Map.of("call", service.decline(socket, body.callId())));
    commands.on(
        Command.CALL_LEAVE,
        Call.Id.class,
        (socket, body) -> Map.of("call", service.leave(socket, body.callId())));
    commands.on(
        Command.CALL_HOLD,
        Call.Hold.class,
        (socket, body) -> Map.of("call", service.hold(socket, body)));
    commands.on(
        Command.CALL_MEDIA,
        Call.Switches.class,
        (socket, body) -> {
          service.media(socket, body);
          return Map.of();
        });
    commands.on(
        Command.CALL_KNOCK,
        CallLink.Knocking.class,
        (socket, body) -> {
          limits.take(Limit.CALL_KNOCKS, socket.userId());
          return Map.of("knock", lobby.knock(socket, body.token()));
        });
    commands.on(
        Command.CALL_KNOCK_END,
        CallLink.KnockId.class,
        (socket, body) -> {
          lobby.end(socket, body.knockId());
          return Map.of();
        });
    commands.on(
        Command.CALL_ADMIT,
        CallLink.KnockId.class,
        (socket, body) -> {
          lobby.admit(socket, body.knockId());
          return Map.of();
        });
    commands.on(
        Command.CALL_REFUSE,
        CallLink.KnockId.class,
        (socket, body) -> {
          lobby.refuse(socket, body.knockId());
          return Map.of();
        });
    commands.on(
        Command.CALL_REMOVE,
        CallLink.Guest.class,
        (socket, body) -> Map.of("call", lobby.remove(socket, body)));
    commands.on(
        Command.CALL_END,
        Call.Id.class,
        (socket, body) -> Map.of("call", service.end(socket, body.callId())));
    commands.on(Command.CALL_SIGNAL, Call.Signal.class, signals::forward);
  }

  /// Calls that ring or run now.
  public int running() {
    return live.size();
  }

  @Override
  public void connected(ClientSocket socket) {
    service.connected(socket);
  }

  @Override
  public void disconnected(ClientSocket socket, boolean last) {
    service.disconnected(socket);
  }

  @Override
  public void close() {
    timer.close();
  }

  CallService service() {
    return service;
  }

  LobbyService lobby() {
    return lobby;
  }

  CallLinks links() {
    return links;
  }

  CallSignals signals() {
    return signals;
  }

  /// Somebody is no longer in a conversation. Never blocks.
  public void removed(String conversationId, String userId) {
    service.removed(conversationId, userId);
  }

  private Map<String, Object> joined(ClientSocket socket, Call call) {
    List<Call.IceServer> servers = iceServers.forUser(socket.userId());
    boolean canRelay =
        servers.stream()
            .anyMatch(server ->
                server.credential() != null && server.urls().stream().anyMatch(IceServers::isTurn));
    return Map.of(
        "call",
        call,
        "iceServers",
        servers,
        "iceTransportPolicy",
        service.policy(socket.userId(), call, canRelay));
  }
}

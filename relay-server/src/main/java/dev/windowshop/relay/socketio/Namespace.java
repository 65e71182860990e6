package dev.windowshop.relay.socketio;

import dev.windowshop.relay.socketio.engine.Outgoing;
import io.netty.channel.EventLoop;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The sockets of one namespace and the rooms that they are in. Thread-safe: who joined a room
/// before a broadcast began gets it, and who left it before does not.
public final class Namespace {
  /// From so many receivers on, a frame that they share is cheaper than one for each.
  private static final int MANY = 3;

  private final String name;
  private final PacketWriter writer;
  private final Map<String, Socket> sockets = new ConcurrentHashMap<>();
  private final Map<String, Room> rooms = new ConcurrentHashMap<>();
  private volatile @Nullable ConnectHandler connectHandler;

  Namespace(String name, PacketWriter writer) {
    this.name = name;
    this.writer = writer;
  }

  public String name() {
    return name;
  }

  /// Opens the namespace; until then clients hear that there is none.
  public void onConnect(ConnectHandler handler) {
    connectHandler = handler;
  }

  public Optional<Socket> socket(String id) {
    return Optional.ofNullable(sockets.get(id));
  }

  public Collection<Socket> sockets() {
    return List.copyOf(sockets.values());
  }

  public Collection<Socket> in(String room) {
    Room found = rooms.get(room);
    return found == null ? List.of() : found.members();
  }

  /// Emits an event to everyone in any of the rooms, once each. It is encoded once and flushed
  /// together.
  ///
  /// @param exceptIds ids of sockets that are left out
  /// @param args anything the server's mapper can write; `byte[]` travels as binary
  /// @return how many sockets are in the rooms
  public int broadcast(
      Collection<String> toRooms,
      Collection<String> exceptIds,
      String event,
      @Nullable Object... args) {
    return send(members(toRooms), exceptIds, writer.event(name, null, event, args));
  }

  /// Emits an event to everyone in the namespace, as [#broadcast].
  public void broadcastToAll(String event, @Nullable Object... args) {
    send(Room.sorted(sockets.values()), List.of(), writer.event(name, null, event, args));
  }

  private Map<EventLoop, List<Socket>> members(Collection<String> names) {
    if (names.size() == 1) {
      Room room = rooms.get(names.iterator().next());
      return room == null ? Map.of() : room.byLoop();
    }
    Set<Socket> members = new HashSet<>();
    for (String name : names) {
      members.addAll(in(name));
    }
    return Room.sorted(members);
  }

  /// One task for each event loop, however many sockets it serves.
  private static int send(
      Map<EventLoop, List<Socket>> to, Collection<String> exceptIds, List<Outgoing> packets) {
    int receivers = 0;
    for (List<Socket> sockets : to.values()) {
      receivers += sockets.size();
    }
    if (receivers >= MANY) {
      packets.forEach(Outgoing::share);
    }
    to.forEach((loop, sockets) -> {
      Runnable task = () -> send(sockets, exceptIds, packets);
      if (loop.inEventLoop()) {
        task.run();
      } else {
        loop.execute(task);
      }
    });
    return receivers;
  }

  private static void send(
      List<Socket> sockets, Collection<String> exceptIds, List<Outgoing> packets) {
    boolean all = exceptIds.isEmpty();
    for (Socket socket : sockets) {
      if (all || !exceptIds.contains(socket.id())) {
        socket.send(packets);
      }
    }
  }

  PacketWriter writer() {
    return writer;
  }

  @Nullable ConnectHandler connectHandler() {
    return connectHandler;
  }

  int size() {
    return sockets.size();
  }

  void add(Socket socket) {
    sockets.put(socket.id(), socket);
  }

  void remove(Socket socket) {
    sockets.remove(socket.id());
  }

  void enter(String name, Socket socket) {
    rooms.compute(
        name,
        (_, known) -> {
          Room room = known == null ? new Room() : known;
          room.add(socket);
          return room;
        });
  }

  void exit(String name, Socket socket) {
    rooms.computeIfPresent(name, (_, room) -> room.remove(socket) ? null : room);
  }
}

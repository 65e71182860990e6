package dev.windowshop.relay.realtime;

import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.socketio.Namespace;
import dev.windowshop.relay.socketio.Socket;
import java.util.Collection;
import java.util.List;

/// Broadcasts to the sockets of this relay.
final class SocketBroadcaster implements Broadcaster {
  private final Namespace namespace;
  private final RealtimeObserver observer;
  private final Crowd crowd;

  SocketBroadcaster(Namespace namespace, RealtimeObserver observer, Crowd crowd) {
    this.namespace = namespace;
    this.observer = observer;
    this.crowd = crowd;
  }

  @Override
  public void toConversation(String conversationId, ServerEvent event) {
    send(List.of(Rooms.ofConversation(conversationId)), List.of(), event);
  }

  @Override
  public void toOthersInConversation(
      String conversationId, String exceptUserId, ServerEvent event) {
    List<String> own = namespace.in(Rooms.ofUser(exceptUserId)).stream().map(Socket::id).toList();
    send(List.of(Rooms.ofConversation(conversationId)), own, event);
  }

  @Override
  public void toUsers(Collection<String> userIds, ServerEvent event) {
    if (!userIds.isEmpty()) {
      send(userIds.stream().map(Rooms::ofUser).toList(), List.of(), event);
    }
  }

  @Override
  public void toOtherDevices(ClientSocket socket, ServerEvent event) {
    send(List.of(Rooms.ofUser(socket.userId())), List.of(socket.id()), event);
  }

  @Override
  public void toSocket(String socketId, ServerEvent event) {
    observer.eventSent(event.wire());
    namespace.socket(socketId).ifPresent(socket -> socket.emit(event.wire(), event));
  }

  @Override
  public void enter(String conversationId, Collection<String> userIds) {
    for (String userId : userIds) {
      for (Socket socket : namespace.in(Rooms.ofUser(userId))) {
        socket.join(Rooms.ofConversation(conversationId));
      }
    }
  }

  @Override
  public void leave(String conversationId, String userId) {
    for (Socket socket : namespace.in(Rooms.ofUser(userId))) {
      socket.leave(Rooms.ofConversation(conversationId));
    }
  }

  private void send(Collection<String> rooms, Collection<String> exceptIds, ServerEvent event) {
    observer.eventSent(event.wire());
    crowd.delivered(namespace.broadcast(rooms, exceptIds, event.wire(), event));
  }
}

package dev.windowshop.relay.call;

import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what was sent, under `user:…`, `socket:…` or `conversation:…`.
final class RecordingBroadcaster implements Broadcaster {
  record Sent(String to, ServerEvent event) {}

  private final List<Sent> sent = new CopyOnWriteArrayList<>();

  <T extends ServerEvent> List<T> to(String receiver, Class<T> type) {
    return sent.stream()
        .filter(s -> s.to().equals(receiver))
        .map(Sent::event)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Override
  public void toConversation(String conversationId, ServerEvent event) {
    sent.add(new Sent("conversation:" + conversationId, event));
  }

  @Override
  public void toUsers(Collection<String> userIds, ServerEvent event) {
    userIds.forEach(user -> sent.add(new Sent("user:" + user, event)));
  }

  @Override
  public void toOtherDevices(ClientSocket socket, ServerEvent event) {
    sent.add(new Sent("others:" + socket.id(), event));
  }

  @Override
  public void toSocket(String socketId, ServerEvent event) {
    sent.add(new Sent("socket:" + socketId, event));
  }

  @Override
  public void enter(String conversationId, Collection<String> userIds) {}

  @Override
  public void leave(String conversationId, String userId) {}
}

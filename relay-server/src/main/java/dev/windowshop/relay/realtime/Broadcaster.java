package dev.windowshop.relay.realtime;

import dev.windowshop.protocol.ServerEvent;
import java.util.Collection;

/// The one way events leave the relay, so that several relays can share it later. Encodes an event
/// once, never blocks, callable from any thread; events given in order by one thread keep it.
public interface Broadcaster {
  /// To everybody whose socket is in the conversation's room.
  void toConversation(String conversationId, ServerEvent event);

  /// To everybody in the conversation's room but the devices of this user.
  default void toOthersInConversation(
      String conversationId, String exceptUserId, ServerEvent event) {
    toConversation(conversationId, event);
  }

  /// To all devices of these users.
  void toUsers(Collection<String> userIds, ServerEvent event);

  /// To the other devices of a socket's user.
  void toOtherDevices(ClientSocket socket, ServerEvent event);

  /// To one socket, if it still lives.
  void toSocket(String socketId, ServerEvent event);

  /// Puts all sockets of these users into the conversation's room.
  void enter(String conversationId, Collection<String> userIds);

  /// Takes all sockets of this user out of the conversation's room.
  void leave(String conversationId, String userId);
}

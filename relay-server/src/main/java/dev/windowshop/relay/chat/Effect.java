package dev.windowshop.relay.chat;

import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.realtime.ClientSocket;
import java.util.List;

/// What leaves the relay once a unit of work is committed.
sealed interface Effect {
  record ToConversation(String conversationId, ServerEvent event) implements Effect {}

  record ToUsers(List<String> userIds, ServerEvent event) implements Effect {}

  record ToOtherDevices(ClientSocket socket, ServerEvent event) implements Effect {}

  record Enter(String conversationId, List<String> userIds) implements Effect {}

  record Leave(String conversationId, String userId) implements Effect {}
}

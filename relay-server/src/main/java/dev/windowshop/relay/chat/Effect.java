package dev.windowshop.relay.chat;

import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.realtime.ClientSocket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What leaves the relay once a unit of work is committed.
sealed interface Effect {
  record ToConversation(String conversationId, ServerEvent event) implements Effect {}

  record ToUsers(List<String> userIds, ServerEvent event) implements Effect {}

  record ToOtherDevices(ClientSocket socket, ServerEvent event) implements Effect {}

  /// Sending reads up to what was sent.
  ///
  /// @param from the device that sent it, where it is connected
  record HasRead(String userId, @Nullable ClientSocket from, String conversationId, long seq)
      implements Effect {}

  record Enter(String conversationId, List<String> userIds) implements Effect {}

  record Leave(String conversationId, String userId) implements Effect {}
}

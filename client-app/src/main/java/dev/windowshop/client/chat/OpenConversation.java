package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import java.util.List;

/// A conversation that is looked at: its end, as far back as was asked for.
public interface OpenConversation extends Subscription {
  /// @param messages oldest first, without a gap
  /// @param pending one's own that wait, in order
  /// @param complete whether the messages begin where the conversation does
  record State(
      Conversation conversation, List<Message> messages, List<Pending> pending, boolean complete) {}

  Live<State> state();

  /// Reaches further back.
  void loadOlder();
}

package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import java.util.List;
import java.util.Map;

/// A conversation that is looked at: its end, as far back as was asked for, or what is around a
/// place.
public interface OpenConversation extends Subscription {
  /// @param messages oldest first, without a gap
  /// @param pending one's own that wait, in order
  /// @param complete whether the messages begin where the conversation does
  /// @param atEnd whether they end where the conversation does; pending ones are shown only there
  /// @param answered messages further back that some of these answer, by id
  /// @param pinned those that are pinned and are here, the newest pinned first
  record State(
      Conversation conversation,
      List<Message> messages,
      List<Pending> pending,
      boolean complete,
      Map<String, Message> answered,
      boolean atEnd,
      List<Message> pinned) {
    public State(
        Conversation conversation,
        List<Message> messages,
        List<Pending> pending,
        boolean complete,
        Map<String, Message> answered,
        boolean atEnd) {
      this(conversation, messages, pending, complete, answered, atEnd, List.of());
    }

    public State(
        Conversation conversation,
        List<Message> messages,
        List<Pending> pending,
        boolean complete) {
      this(conversation, messages, pending, complete, Map.of(), true);
    }
  }

  Live<State> state();

  /// Reaches further back.
  void loadOlder();

  /// Shows what is around a place, however far back.
  void reach(long seq);

  /// Reaches further forward, after [#reach].
  void loadNewer();

  /// Back to the newest.
  void toEnd();
}

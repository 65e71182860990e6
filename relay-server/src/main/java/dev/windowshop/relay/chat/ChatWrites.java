package dev.windowshop.relay.chat;

import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.realtime.Broadcaster;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// Runs units of work and tells their effects after the commit, in commit order. Any thread that
/// may block.
final class ChatWrites {
  private final Database database;
  private final Broadcaster broadcaster;
  private final SentMarks marks;
  private final BiConsumer<String, String> departed;

  /// @param departed is told of a conversation and of who is no longer in it; must not block
  ChatWrites(
      Database database,
      Broadcaster broadcaster,
      SentMarks marks,
      BiConsumer<String, String> departed) {
    this.departed = departed;
    this.database = database;
    this.broadcaster = broadcaster;
    this.marks = marks;
  }

  <T> T run(Function<Handle, Outcome<T>> work) {
    return database.write(work, outcome -> outcome.effects().forEach(this::tell)).value();
  }

  /// As [#run(Function)], for what happens within one conversation and looks at nothing else before
  /// it writes: several conversations may be written beside each other.
  <T> T runIn(String conversationId, Function<Handle, Outcome<T>> work) {
    return database
        .write(conversationId, work, outcome -> outcome.effects().forEach(this::tell))
        .value();
  }

  /// For those who run a unit of work themselves, in its place after the commit.
  void tell(List<Effect> effects) {
    effects.forEach(this::tell);
  }

  private void tell(Effect effect) {
    switch (effect) {
      case Effect.ToConversation to -> broadcaster.toConversation(to.conversationId(), to.event());
      case Effect.ToUsers to -> broadcaster.toUsers(to.userIds(), to.event());
      case Effect.ToOtherDevices to -> broadcaster.toOtherDevices(to.socket(), to.event());
      case Effect.HasRead read -> marks.add(read);
      case Effect.Enter enter -> broadcaster.enter(enter.conversationId(), enter.userIds());
      case Effect.Leave leave -> {
        broadcaster.leave(leave.conversationId(), leave.userId());
        departed.accept(leave.conversationId(), leave.userId());
      }
    }
  }
}

package dev.windowshop.client.demo;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Message;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A friend who writes back and picks up. Thread-safe.
final class DemoFriend implements Answering.Mind {
  private final FriendTalk talk;

  DemoFriend(DemoClient client, Me me) {
    this.talk = new FriendTalk(DemoSeller.firstName(me));
    var answering =
        new Answering(client.services().chat(), client.services().core().workers(), this);
    var calls = new FriendCalls(client.services().calls(), client.services().core().workers());
  }

  @Override
  public @Nullable String answer(Conversation conversation, Message last, String text, int turn) {
    int seed = last.id().hashCode();
    boolean spokenTo =
        conversation.kind() == ConversationKind.DIRECT
            || text.toLowerCase(Locale.ROOT).contains(talk.firstName().toLowerCase(Locale.ROOT));
    if (!spokenTo) {
      return null;
    }
    return last.type() == Message.Type.TEXT
        ? talk.answer(text, turn, seed)
        : talk.answerToCard(Answering.cardTitle(last), seed);
  }
}

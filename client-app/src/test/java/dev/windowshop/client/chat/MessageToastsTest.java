package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageToastsTest {
  private final FakeChats chats = new FakeChats();
  private final SampleMedia.NoNotices notices = new SampleMedia.NoNotices();
  private MessageToasts.Wanted wanted = new MessageToasts.Wanted(true, true, true, true);
  private String seen = "";
  private Instant now = Samples.NOON;
  private MessageToasts toasts;

  @BeforeEach
  void start() {
    chats.conversations.set(List.of(conversation(ConversationKind.DIRECT)));
    toasts =
        new MessageToasts(
            chats, () -> wanted, notices, _ -> {}, id -> id.equals(seen), Runnable::run, () -> now);
  }

  private static Conversation conversation(ConversationKind kind) {
    return Samples.conversation(
        "chat",
        kind,
        "Market",
        null,
        List.of(Samples.participant(Samples.ANA, 0, 0), Samples.participant(Samples.BEN, 0, 0)),
        null,
        0);
  }

  private static Message said(String text) {
    return Samples.message(1, Samples.BEN, Samples.NOON, text);
  }

  @Test
  void aMessageIsSaidOnceAWhile() {
    toasts.came(said("**hello**"));
    toasts.came(said("and again"));
    assertEquals(List.of("Ben Okafor: hello"), notices.said);
    now = now.plusSeconds(5);
    toasts.came(said("later"));
    assertEquals(2, notices.said.size());
  }

  @Test
  void nothingIsSaidOfWhatIsSeenMutedOldOrUnwanted() {
    seen = "chat";
    toasts.came(said("seen"));
    seen = "";
    now = now.plusSeconds(600);
    toasts.came(said("old"));
    now = Samples.NOON;
    wanted = new MessageToasts.Wanted(true, true, true, false);
    toasts.came(said("not to be disturbed"));
    wanted = new MessageToasts.Wanted(false, true, true, true);
    toasts.came(said("no messages"));
    assertEquals(List.of(), notices.said);
  }

  @Test
  void aMuteEndsAtItsTime() {
    Conversation muted =
        KeptConversation.fresh(conversation(ConversationKind.DIRECT))
            .flagged(true, null, null)
            .conversation();
    chats.conversations.set(List.of(muted));
    chats.personals.own.set(Map.of("chat", new Own(false, now.plusSeconds(60), null)));
    toasts.came(said("muted"));
    assertEquals(List.of(), notices.said);
    now = now.plusSeconds(61);
    toasts.came(said("heard"));
    assertEquals(List.of("Ben Okafor: heard"), notices.said);
  }

  @Test
  void whatWasWrittenStaysPrivateWhereThatWasChosen() {
    chats.conversations.set(List.of(conversation(ConversationKind.GROUP)));
    wanted = new MessageToasts.Wanted(true, true, false, true);
    toasts.came(said("secret"));
    assertEquals(List.of("Ben Okafor in Market wrote to you."), notices.said);
  }
}

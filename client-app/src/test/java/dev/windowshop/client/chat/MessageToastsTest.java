package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.AnswerableNotice;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Message;
import java.time.Instant;
import java.util.ArrayList;
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
  private long seq;

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

  private Message said(String text) {
    return Samples.message(++seq, Samples.BEN, Samples.NOON, text);
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

  @Test
  void aNoteSaysTheLatestUntilItWasReadHereOrElsewhere() {
    Noting noting = new Noting();
    MessageToasts kept =
        new MessageToasts(
            chats, () -> wanted, noting, _ -> {}, id -> id.equals(seen), Runnable::run, () -> now);
    try (Subscription listening = kept.listen(_ -> () -> {}, _ -> () -> {})) {
      kept.came(said("one"));
      // The list counts what has come, and what else changes in it says nothing of that.
      count(1);
      kept.came(said("two"));
      kept.came(said("three"));
      count(3);
      now = now.plusSeconds(5);
      kept.came(said("four"));
      count(4);
      count(0);
      kept.came(said("five"));
      count(1);
      chats.conversations.set(List.of());
    }
    assertEquals(
        List.of(
            "show Ben Okafor|one",
            "update one\ntwo|2 new messages",
            "update one\ntwo\nthree|3 new messages",
            "show Ben Okafor|two\nthree\nfour",
            "withdraw chat",
            "show Ben Okafor|five",
            "withdraw chat"),
        noting.news);
  }

  @Test
  void aNoteFollowsWhatIsEditedOrDeleted() {
    Noting noting = new Noting();
    MessageToasts kept =
        new MessageToasts(
            chats, () -> wanted, noting, _ -> {}, id -> id.equals(seen), Runnable::run, () -> now);
    for (int seq = 1; seq <= 4; seq++) {
      kept.came(Samples.message(seq, Samples.BEN, now, "word " + seq));
    }
    noting.news.clear();
    now = now.plusSeconds(60);
    kept.rewritten(Rewritten.of(Samples.message(3, Samples.BEN, Samples.NOON, "third")));
    // A reaction changes nothing that the note says.
    kept.rewritten(Rewritten.of(Samples.message(3, Samples.BEN, Samples.NOON, "third")));
    kept.rewritten(new Rewritten("chat", "m4", null));
    kept.rewritten(new Rewritten("chat", "m4", null));
    kept.rewritten(new Rewritten("another", "m3", null));
    for (int seq = 3; seq >= 1; seq--) {
      kept.rewritten(new Rewritten("chat", "m" + seq, null));
    }
    kept.rewritten(Rewritten.of(Samples.message(3, Samples.BEN, Samples.NOON, "no note of it")));
    assertEquals(
        List.of(
            "update word 2\nthird\nword 4|4 new messages",
            "update word 1\nword 2\nthird|3 new messages",
            "update word 1\nword 2|2 new messages",
            "update word 1|New message",
            "withdraw chat"),
        noting.news);
  }

  private static final class Noting implements Notices {
    private final List<String> news = new ArrayList<>();

    @Override
    public void show(String text) {
      throw new AssertionError(text);
    }

    @Override
    public void show(String text, String action, Runnable run) {
      throw new AssertionError(text);
    }

    @Override
    public void show(AnswerableNotice notice) {
      news.add("show " + notice.words().title() + "|" + notice.words().body());
    }

    @Override
    public void update(AnswerableNotice notice) {
      news.add("update " + notice.words().body() + "|" + notice.words().discreet());
    }

    @Override
    public void withdraw(String about) {
      news.add("withdraw " + about);
    }
  }

  private void count(int unread) {
    chats.conversations.set(
        List.of(
            new ConversationEdit(conversation(ConversationKind.DIRECT)).read(0L, unread).done()));
  }
}

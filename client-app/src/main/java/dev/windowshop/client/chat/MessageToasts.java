package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.shell.AnswerableNotice;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A note for what others write while one looks elsewhere: one a conversation for a few seconds,
/// none for what is muted, old, or not wanted. Works on the FX thread.
public final class MessageToasts {
  /// What was missed for longer is in the list, and needs no note.
  private static final Duration FRESH = Duration.ofMinutes(2);

  private static final Duration QUIET = Duration.ofSeconds(4);
  private static final int LONGEST = 90;

  /// What may draw attention to itself.
  ///
  /// @param messages of two people; of groups likewise
  /// @param preview whether what was written is shown
  /// @param disturb false while one does not want to be disturbed
  public record Wanted(boolean messages, boolean groups, boolean preview, boolean disturb) {}

  private final Chats chats;
  private final Notices notices;
  private final Consumer<String> open;
  private final Predicate<String> seen;
  private final java.util.function.Supplier<Wanted> wanted;
  private final Executor ui;
  private final InstantSource now;
  private final Map<String, Instant> shown = new HashMap<>();

  /// @param seen whether a conversation is being looked at
  public MessageToasts(
      Chats chats,
      java.util.function.Supplier<Wanted> wanted,
      Notices notices,
      Consumer<String> open,
      Predicate<String> seen,
      Executor ui,
      InstantSource now) {
    this.chats = chats;
    this.wanted = wanted;
    this.notices = notices;
    this.open = open;
    this.seen = seen;
    this.ui = ui;
    this.now = now;
  }

  /// @param messages gives those of others that are new here
  public Subscription listen(
      java.util.function.Function<Consumer<Message>, Subscription> messages) {
    return messages.apply(message -> ui.execute(() -> came(message)));
  }

  void came(Message message) {
    Instant at = now.instant();
    Conversation in = conversation(message.conversationId());
    if (in == null
        || message.type() == Message.Type.SYSTEM
        || message.createdAt().isBefore(at.minus(FRESH))
        || seen.test(in.id())
        || muted(in, at)
        || !wants(in, message)) {
      return;
    }
    Instant last = shown.get(in.id());
    if (last != null && last.isAfter(at.minus(QUIET))) {
      return;
    }
    shown.put(in.id(), at);
    notices.show(
        new AnswerableNotice(
            in.id(),
            words(in, message),
            "Open",
            () -> open.accept(in.id()),
            "Reply to " + where(in, message.sender().displayName()),
            text -> answer(in.id(), text)));
  }

  /// As any message, by way of the outbox: whether the relay is there or not. Who answers has read.
  private void answer(String conversationId, String text) {
    chats.markRead(conversationId);
    chats
        .send(conversationId, text)
        .whenComplete((_, failure) -> {
          if (failure != null) {
            ui.execute(() -> notices.show(Reasons.of(failure)));
          }
        });
  }

  private static String where(Conversation in, String who) {
    return in.kind() == ConversationKind.GROUP && in.name() != null ? in.name() : who;
  }

  private @Nullable Conversation conversation(String id) {
    List<Conversation> all = chats.conversations().value();
    return all == null
        ? null
        : all.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  private boolean muted(Conversation in, Instant at) {
    Map<String, Own> own = chats.personals().own().value();
    Own mine = own == null ? Own.NOTHING : own.getOrDefault(in.id(), Own.NOTHING);
    boolean over = mine.mutedUntil() != null && mine.mutedUntil().isBefore(at);
    return Boolean.TRUE.equals(in.muted()) && !over;
  }

  private boolean wants(Conversation in, Message message) {
    Wanted asked = wanted.get();
    boolean named =
        message.metadata() != null
            && message.metadata().path("mentions").toString().contains("\"" + chats.ownId() + "\"");
    if (!asked.disturb()) {
      return false;
    }
    return in.kind() == ConversationKind.GROUP ? asked.groups() || named : asked.messages();
  }

  private String words(Conversation in, Message message) {
    String who = message.sender().displayName();
    String where =
        in.kind() == ConversationKind.GROUP && in.name() != null ? who + " in " + in.name() : who;
    if (!wanted.get().preview()) {
      return where + " wrote to you.";
    }
    String said = MessageMarkup.plain(Wording.said(message));
    return where + ": " + (said.length() > LONGEST ? said.substring(0, LONGEST) + "\u2026" : said);
  }
}

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
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A note for what others write while one looks elsewhere: one a conversation, which says the
/// latest of it and draws attention every few seconds at most, until that was read here or on
/// another device. None for what is muted, old, or not wanted. Works on the FX thread.
public final class MessageToasts {
  /// What was missed for longer is in the list, and needs no note.
  private static final Duration FRESH = Duration.ofMinutes(2);

  private static final Duration QUIET = Duration.ofSeconds(4);
  private static final int LONGEST = 90;

  /// How many of the latest lines a note has room for.
  private static final int MOST = 3;

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
  private final Map<String, Waiting> shown = new HashMap<>();

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
    return Subscription.of(
        messages.apply(message -> ui.execute(() -> came(message))),
        chats.conversations().observe(all -> ui.execute(() -> changed(all))));
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
    Waiting waiting = shown.computeIfAbsent(in.id(), _ -> new Waiting());
    waiting.add(line(in, message), unread(in));
    AnswerableNotice notice =
        new AnswerableNotice(
            in.id(),
            words(in, message, waiting),
            "Open",
            () -> open.accept(in.id()),
            "Reply to " + where(in, message.sender().displayName()),
            text -> answer(in.id(), text),
            () -> chats.markRead(in.id()));
    if (waiting.at.isAfter(at.minus(QUIET))) {
      notices.update(notice);
    } else {
      waiting.at = at;
      notices.show(notice);
    }
  }

  /// Whatever was read, here or elsewhere, or is not there any more, needs no note.
  private void changed(List<Conversation> all) {
    if (shown.isEmpty()) {
      return;
    }
    Map<String, Conversation> now = new HashMap<>();
    all.forEach(one -> now.put(one.id(), one));
    shown
        .entrySet()
        .removeIf(entry -> {
          Conversation in = now.get(entry.getKey());
          boolean over = in == null || entry.getValue().isRead(unread(in));
          if (over) {
            notices.withdraw(entry.getKey());
          }
          return over;
        });
  }

  private static int unread(Conversation in) {
    Integer count = in.unreadCount();
    return count == null ? 0 : count;
  }

  /// What was said in a conversation since somebody looked at it.
  private static final class Waiting {
    private final ArrayDeque<String> lines = new ArrayDeque<>();

    /// When a note came for it.
    private Instant at = Instant.EPOCH;

    /// Whether the list has counted it: it is told of a message before or after that.
    private boolean counted;

    private int count;

    void add(String line, int unread) {
      lines.add(line);
      if (lines.size() > MOST) {
        lines.remove();
      }
      count++;
      counted |= unread > 0;
    }

    boolean isRead(int unread) {
      counted |= unread > 0;
      return counted && unread == 0;
    }
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

  private AnswerableNotice.Words words(Conversation in, Message message, Waiting waiting) {
    String who = message.sender().displayName();
    boolean group = in.kind() == ConversationKind.GROUP && in.name() != null;
    String where = group ? who + " in " + in.name() : who;
    String discreet = waiting.count == 1 ? "New message" : waiting.count + " new messages";
    boolean preview = wanted.get().preview();
    return new AnswerableNotice.Words(
        preview ? where + ": " + said(message) : where + " wrote to you.",
        where(in, who),
        preview ? String.join("\n", waiting.lines) : discreet,
        discreet,
        group ? in.avatarUrl() : message.sender().avatarUrl());
  }

  /// In a group with who said it.
  private static String line(Conversation in, Message message) {
    return in.kind() == ConversationKind.GROUP && in.name() != null
        ? message.sender().displayName() + ": " + said(message)
        : said(message);
  }

  private static String said(Message message) {
    String said = MessageMarkup.plain(Wording.said(message));
    return said.length() > LONGEST ? said.substring(0, LONGEST) + "\u2026" : said;
  }
}

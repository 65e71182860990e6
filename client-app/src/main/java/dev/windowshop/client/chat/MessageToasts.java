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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  /// How many of the latest may still be edited or deleted in it.
  private static final int KEPT = 100;

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
  /// @param rewritten gives those that are not any more what they were
  public Subscription listen(
      Function<Consumer<Message>, Subscription> messages,
      Function<Consumer<Rewritten>, Subscription> rewritten) {
    return Subscription.of(
        messages.apply(message -> ui.execute(() -> came(message))),
        rewritten.apply(message -> ui.execute(() -> rewritten(message))),
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
    waiting.add(message, unread(in));
    AnswerableNotice notice = notice(in, message, waiting);
    if (waiting.at.isAfter(at.minus(QUIET))) {
      notices.update(notice);
    } else {
      waiting.at = at;
      notices.show(notice);
    }
  }

  private AnswerableNotice notice(Conversation in, Message latest, Waiting waiting) {
    return new AnswerableNotice(
        in.id(),
        words(in, latest, waiting),
        "Open",
        () -> open.accept(in.id()),
        "Reply to " + where(in, latest.sender().displayName()),
        text -> answer(in.id(), text),
        () -> chats.markRead(in.id()));
  }

  /// Its note says what it says now, and draws no attention by that; one that has nothing more to
  /// say goes.
  void rewritten(Rewritten message) {
    Waiting waiting = shown.get(message.conversationId());
    Conversation in = conversation(message.conversationId());
    if (waiting == null || in == null || !waiting.rewrite(message)) {
      return;
    }
    Message latest = waiting.latest();
    if (latest == null) {
      shown.remove(in.id());
      notices.withdraw(in.id());
    } else {
      notices.update(notice(in, latest, waiting));
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
    /// By id, the newest at the end.
    private final LinkedHashMap<String, Message> messages = new LinkedHashMap<>();

    /// When a note came for it.
    private Instant at = Instant.EPOCH;

    /// Whether the list has counted it: it is told of a message before or after that.
    private boolean counted;

    private int count;

    void add(Message message, int unread) {
      messages.put(message.id(), message);
      if (messages.size() > KEPT) {
        messages.pollFirstEntry();
      }
      count++;
      counted |= unread > 0;
    }

    /// @return whether there is something else to say now
    boolean rewrite(Rewritten message) {
      Message before = messages.get(message.messageId());
      Message now = message.now();
      if (before == null) {
        return false;
      }
      if (now == null) {
        messages.remove(message.messageId());
        count--;
        return true;
      }
      messages.put(message.messageId(), now);
      return !said(before).equals(said(now));
    }

    @Nullable Message latest() {
      Map.Entry<String, Message> last = messages.lastEntry();
      return last == null ? null : last.getValue();
    }

    List<Message> lines() {
      return messages.values().stream().skip(Math.max(0, messages.size() - MOST)).toList();
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
        preview ? lines(in, waiting) : discreet,
        discreet,
        group ? in.avatarUrl() : message.sender().avatarUrl());
  }

  private static String lines(Conversation in, Waiting waiting) {
    return waiting.lines().stream()
        .map(message -> line(in, message))
        .collect(Collectors.joining("\n"));
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

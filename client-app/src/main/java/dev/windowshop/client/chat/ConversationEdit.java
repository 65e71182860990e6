package dev.windowshop.client.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Participant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation in which some things become others; what is not said stays. For one thread, and
/// over with [#done()].
final class ConversationEdit {
  private final Conversation of;
  private @Nullable String name;
  private List<Participant> participants;
  private @Nullable Message lastMessage;
  private @Nullable Integer unreadCount;
  private @Nullable Long readSeq;
  private @Nullable Boolean muted;
  private @Nullable Boolean pinned;
  private @Nullable Boolean archived;
  private long seq;
  private long change;
  private Instant lastActivityAt;
  private List<Conversation.Pin> pins;

  ConversationEdit(Conversation of) {
    this.of = of;
    this.name = of.name();
    this.participants = of.participants();
    this.lastMessage = of.lastMessage();
    this.unreadCount = of.unreadCount();
    this.readSeq = of.readSeq();
    this.muted = of.muted();
    this.pinned = of.pinned();
    this.archived = of.archived();
    this.seq = of.seq();
    this.change = of.change();
    this.lastActivityAt = of.lastActivityAt();
    this.pins = of.pins();
  }

  ConversationEdit name(@Nullable String value) {
    name = value;
    return this;
  }

  ConversationEdit participants(List<Participant> value) {
    participants = value;
    return this;
  }

  ConversationEdit pins(List<Conversation.Pin> value) {
    pins = value;
    return this;
  }

  /// How far its reader has read, and how many they have not.
  ConversationEdit read(@Nullable Long upTo, @Nullable Integer unread) {
    readSeq = upTo;
    unreadCount = unread;
    return this;
  }

  ConversationEdit flags(
      @Nullable Boolean nowMuted, @Nullable Boolean nowPinned, @Nullable Boolean nowArchived) {
    muted = nowMuted;
    pinned = nowPinned;
    archived = nowArchived;
    return this;
  }

  ConversationEdit last(@Nullable Message message, long newSeq, Instant activity) {
    lastMessage = message;
    seq = newSeq;
    lastActivityAt = activity;
    return this;
  }

  ConversationEdit change(long value) {
    change = value;
    return this;
  }

  Conversation done() {
    return new Conversation(
        of.id(),
        of.kind(),
        name,
        of.description(),
        of.avatarUrl(),
        of.product(),
        of.shop(),
        participants,
        lastMessage,
        unreadCount,
        readSeq,
        muted,
        pinned,
        archived,
        of.isPrivate(),
        of.sharesHistory(),
        of.maxMembers(),
        seq,
        change,
        of.createdAt(),
        lastActivityAt,
        of.closedAt(),
        pins);
  }
}

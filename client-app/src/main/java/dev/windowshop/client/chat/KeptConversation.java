package dev.windowshop.client.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Participant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation as it is kept here, with how much of it is.
///
/// @param change everything up to this counter is in it
/// @param fromSeq the oldest message kept without a gap to the newest; null when none is
/// @param complete whether the relay has no older ones
/// @param readUntold read here, and not yet told to the relay
/// @param left whether its reader is no longer in it; what they had stays
record KeptConversation(
    Conversation conversation,
    long change,
    @Nullable Long fromSeq,
    boolean complete,
    boolean readUntold,
    boolean left) {

  static KeptConversation fresh(Conversation conversation) {
    return new KeptConversation(conversation, conversation.change(), null, false, false, false);
  }

  String id() {
    return conversation.id();
  }

  long readSeq() {
    Long seq = conversation.readSeq();
    return seq == null ? 0 : seq;
  }

  /// How far any of somebody's devices has heard of it.
  long deliveredSeq(String userId) {
    return conversation.participants().stream()
        .filter(participant -> participant.user().id().equals(userId))
        .mapToLong(participant -> Math.max(participant.deliveredSeq(), participant.readSeq()))
        .findFirst()
        .orElse(0);
  }

  int unread() {
    Integer count = conversation.unreadCount();
    return count == null ? 0 : count;
  }

  /// Whether a message of this place belongs to the unbroken end that is kept.
  boolean covers(long seq) {
    return fromSeq != null && seq >= fromSeq;
  }

  KeptConversation upTo(long newChange) {
    return new KeptConversation(
        conversation, Math.max(change, newChange), fromSeq, complete, readUntold, left);
  }

  KeptConversation from(@Nullable Long seq, boolean all) {
    return new KeptConversation(conversation, change, seq, all, readUntold, left);
  }

  KeptConversation untold(boolean value) {
    return new KeptConversation(conversation, change, fromSeq, complete, value, left);
  }

  KeptConversation with(Conversation newConversation) {
    return new KeptConversation(newConversation, change, fromSeq, complete, readUntold, left);
  }

  KeptConversation withRead(long readSeq, int unread) {
    return with(
        copy(
            conversation,
            conversation.participants(),
            conversation.lastMessage(),
            unread,
            readSeq,
            conversation.seq(),
            conversation.lastActivityAt()));
  }

  KeptConversation withLast(Message last, int unread, long readSeq) {
    Instant activity = conversation.lastActivityAt();
    return with(
        copy(
            conversation,
            conversation.participants(),
            last,
            unread,
            readSeq,
            Math.max(conversation.seq(), last.seq()),
            last.createdAt().isAfter(activity) ? last.createdAt() : activity));
  }

  KeptConversation withParticipants(List<Participant> participants) {
    return with(
        copy(
            conversation,
            participants,
            conversation.lastMessage(),
            conversation.unreadCount(),
            conversation.readSeq(),
            conversation.seq(),
            conversation.lastActivityAt()));
  }

  KeptConversation withPins(List<Conversation.Pin> pins) {
    Conversation of = conversation;
    return with(
        new Conversation(
            of.id(),
            of.kind(),
            of.name(),
            of.description(),
            of.avatarUrl(),
            of.product(),
            of.shop(),
            of.participants(),
            of.lastMessage(),
            of.unreadCount(),
            of.readSeq(),
            of.muted(),
            of.pinned(),
            of.archived(),
            of.isPrivate(),
            of.sharesHistory(),
            of.maxMembers(),
            of.seq(),
            of.change(),
            of.createdAt(),
            of.lastActivityAt(),
            of.closedAt(),
            pins));
  }

  /// Without its reader, who is no longer in it.
  KeptConversation leftBy(String ownId) {
    List<Participant> others =
        conversation.participants().stream()
            .filter(participant -> !participant.user().id().equals(ownId))
            .toList();
    KeptConversation now = withParticipants(others).withRead(conversation.seq(), 0);
    return new KeptConversation(now.conversation(), change, fromSeq, complete, false, true);
  }

  /// A null leaves it as it is.
  KeptConversation flagged(
      @Nullable Boolean muted, @Nullable Boolean pinned, @Nullable Boolean archived) {
    Conversation of = conversation;
    return with(
        new Conversation(
            of.id(),
            of.kind(),
            of.name(),
            of.description(),
            of.avatarUrl(),
            of.product(),
            of.shop(),
            of.participants(),
            of.lastMessage(),
            of.unreadCount(),
            of.readSeq(),
            muted == null ? of.muted() : muted,
            pinned == null ? of.pinned() : pinned,
            archived == null ? of.archived() : archived,
            of.isPrivate(),
            of.sharesHistory(),
            of.maxMembers(),
            of.seq(),
            of.change(),
            of.createdAt(),
            of.lastActivityAt(),
            of.closedAt(),
            of.pins()));
  }

  /// The relay's newer word on the conversation itself; what only its reader has stays when the
  /// word was to everybody.
  KeptConversation described(Conversation news) {
    boolean toReader = news.readSeq() != null;
    Conversation now = conversation;
    return with(
        new Conversation(
            news.id(),
            news.kind(),
            toReader || news.name() != null ? news.name() : now.name(),
            news.description(),
            news.avatarUrl(),
            news.product(),
            news.shop(),
            news.participants(),
            now.lastMessage(),
            now.unreadCount(),
            now.readSeq(),
            toReader ? news.muted() : now.muted(),
            toReader ? news.pinned() : now.pinned(),
            toReader ? news.archived() : now.archived(),
            news.isPrivate(),
            news.sharesHistory(),
            news.maxMembers(),
            now.seq(),
            now.change(),
            news.createdAt(),
            now.lastActivityAt(),
            news.closedAt(),
            news.pins()));
  }

  private static Conversation copy(
      Conversation of,
      List<Participant> participants,
      @Nullable Message last,
      @Nullable Integer unread,
      @Nullable Long readSeq,
      long seq,
      Instant lastActivityAt) {
    return new Conversation(
        of.id(),
        of.kind(),
        of.name(),
        of.description(),
        of.avatarUrl(),
        of.product(),
        of.shop(),
        participants,
        last,
        unread,
        readSeq,
        of.muted(),
        of.pinned(),
        of.archived(),
        of.isPrivate(),
        of.sharesHistory(),
        of.maxMembers(),
        seq,
        of.change(),
        of.createdAt(),
        lastActivityAt,
        of.closedAt(),
        of.pins());
  }
}

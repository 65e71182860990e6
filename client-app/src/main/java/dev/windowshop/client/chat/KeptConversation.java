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

  private ConversationEdit edit() {
    return new ConversationEdit(conversation);
  }

  KeptConversation withRead(long readSeq, int unread) {
    return with(edit().read(readSeq, unread).done());
  }

  KeptConversation withLast(Message last, int unread, long readSeq) {
    Instant activity = conversation.lastActivityAt();
    Instant latest = last.createdAt().isAfter(activity) ? last.createdAt() : activity;
    return with(
        edit()
            .last(last, Math.max(conversation.seq(), last.seq()), latest)
            .read(readSeq, unread)
            .done());
  }

  KeptConversation withParticipants(List<Participant> participants) {
    return with(edit().participants(participants).done());
  }

  KeptConversation withPins(List<Conversation.Pin> pins) {
    return with(edit().pins(pins).done());
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
    return with(
        edit()
            .flags(
                muted == null ? conversation.muted() : muted,
                pinned == null ? conversation.pinned() : pinned,
                archived == null ? conversation.archived() : archived)
            .done());
  }

  /// The relay's newer word on the conversation itself; what only its reader has stays when the
  /// word was to everybody.
  KeptConversation described(Conversation news) {
    Conversation now = conversation;
    boolean toReader = news.readSeq() != null;
    Conversation personal = toReader ? news : now;
    return with(
        new ConversationEdit(news)
            .name(toReader || news.name() != null ? news.name() : now.name())
            .last(now.lastMessage(), now.seq(), now.lastActivityAt())
            .read(now.readSeq(), now.unreadCount())
            .flags(personal.muted(), personal.pinned(), personal.archived())
            .change(now.change())
            .done());
  }
}

package dev.windowshop.relay.chat;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.ServerEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// How somebody comes into a group, whatever let them in. Runs inside the caller's unit of work.
final class Joining {
  record Joined(Member member, List<Effect> effects) {}

  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final ConversationReader reader;
  private final Notices notices;

  Joining(
      ConversationRepository conversations,
      ParticipantRepository participants,
      ConversationReader reader,
      Notices notices) {
    this.conversations = conversations;
    this.participants = participants;
    this.reader = reader;
    this.notices = notices;
  }

  /// @param actorId who added them, or themselves
  /// @throws ProblemException 409 when the group is full or closed
  Joined join(Handle handle, String conversationId, String actorId, String userId, Role role) {
    ConversationRow row = conversations.require(handle, conversationId);
    if (row.closedAt() != null) {
      throw new ProblemException(ProblemType.CONFLICT, "The group is closed.");
    }
    if (participants.count(handle, conversationId) >= row.maxMembers()) {
      throw new ProblemException(
          ProblemType.CONFLICT, "The group is full: " + row.maxMembers() + " people at most.");
    }
    String name = notices.name(handle, userId);
    ConversationRepository.Counters counters = conversations.advanceOwn(handle, conversationId);
    boolean sees = !row.isPrivate() || row.sharesHistory();
    participants.add(
        handle,
        conversationId,
        userId,
        role,
        Instant.now(),
        sees ? 1 : counters.seq() + 1,
        counters.seq(),
        counters.change());
    Effect notice =
        actorId.equals(userId)
            ? notices.post(handle, conversationId, userId, "member_joined", "%s joined", Map.of())
            : notices.post(
                handle,
                conversationId,
                actorId,
                "member_added",
                "%s added " + name.replace("%", "%%"),
                Map.of("userId", userId));
    ConversationRow now = conversations.require(handle, conversationId);
    Member member = participants.require(handle, conversationId, userId);
    return new Joined(
        member,
        List.of(
            new Effect.ToConversation(
                conversationId,
                new ServerEvent.UserJoinedGroup(conversationId, userId, name, counters.change())),
            notice,
            new Effect.Enter(conversationId, List.of(userId)),
            new Effect.ToUsers(
                List.of(userId),
                new ServerEvent.ConversationAdded(
                    conversationId, now.change(), reader.forMember(handle, now, member)))));
  }
}

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
  private final AbsenceRepository absences = new AbsenceRepository();

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
    participants.add(
        handle,
        conversationId,
        userId,
        role,
        Instant.now(),
        visibleFrom(handle, row, userId, counters.seq()),
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

  /// All where the group is open or shares its history. Else what is said from now on; and to who
  /// comes back, what they saw before, without what was said while they were out.
  private long visibleFrom(Handle handle, ConversationRow row, String userId, long seq) {
    if (!row.isPrivate() || row.sharesHistory()) {
      absences.clear(handle, row.id(), userId);
      return 1;
    }
    AbsenceRepository.Former former = absences.former(handle, row.id(), userId).orElse(null);
    if (former == null || former.leftSeq() == 0) {
      return seq + 1;
    }
    if (former.leftSeq() < seq) {
      absences.add(handle, row.id(), userId, former.leftSeq() + 1, seq);
    }
    return former.visibleFromSeq();
  }
}

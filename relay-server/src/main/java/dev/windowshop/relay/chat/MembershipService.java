package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.people.Permissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// Who is in a group, and as what. Any thread that may block.
public final class MembershipService {
  /// @param created false when they were in it
  public record Added(Participant participant, boolean created) {}

  private final Database database;
  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final ConversationReader reader;
  private final Notices notices;
  private final People people;
  private final Permissions permissions;

  MembershipService(
      Database database,
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      ConversationReader reader,
      Notices notices,
      People people,
      Permissions permissions) {
    this.database = database;
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.reader = reader;
    this.notices = notices;
    this.people = people;
    this.permissions = permissions;
  }

  public Page<Participant> list(String userId, String conversationId) {
    return database.read(handle -> {
      participants.require(handle, conversationId, userId);
      return new Page<>(
          reader.participants(handle, userId, participants.members(handle, conversationId)), null);
    });
  }

  public Added add(String actorId, String conversationId, Conversation.AddMember request) {
    String userId = Field.id("userId", request.userId());
    Role role = request.role() == null ? Role.MEMBER : request.role();
    return writes.run(handle -> {
      Member actor = groupMember(handle, conversationId, actorId);
      if (actor.role() == Role.MEMBER) {
        throw ProblemException.forbidden("Only the owner and admins add people.");
      }
      if (role == Role.OWNER) {
        throw ProblemException.invalid("role", "is only given by transfer");
      }
      if (!people.users(handle, List.of(userId)).containsKey(userId)) {
        throw ProblemException.invalid("userId", "names nobody");
      }
      Member present = participants.find(handle, conversationId, userId).orElse(null);
      if (present != null) {
        return Outcome.quiet(new Added(participant(handle, actorId, present), false));
      }
      if (permissions.adding(handle, actorId, userId) != Permissions.Adding.AT_ONCE) {
        throw ProblemException.forbidden("You can't add " + notices.name(handle, userId) + ".");
      }
      return added(handle, actor, userId, role);
    });
  }

  private Outcome<Added> added(Handle handle, Member actor, String userId, Role role) {
    String id = actor.conversationId();
    ConversationRow row = conversations.require(handle, id);
    if (participants.count(handle, id) >= row.maxMembers()) {
      throw new ProblemException(
          ProblemType.CONFLICT, "The group is full: " + row.maxMembers() + " people at most.");
    }
    String name = notices.name(handle, userId);
    ConversationRepository.Counters counters = conversations.advanceOwn(handle, id);
    participants.add(
        handle, id, userId, role, Instant.now(), counters.seq() + 1, counters.change());
    Effect notice =
        notices.post(
            handle,
            id,
            actor.userId(),
            "member_added",
            "%s added " + name.replace("%", "%%"),
            Map.of("userId", userId));
    ConversationRow now = conversations.require(handle, id);
    Member member = participants.require(handle, id, userId);
    List<Effect> effects =
        List.of(
            new Effect.ToConversation(
                id, new ServerEvent.UserJoinedGroup(id, userId, name, counters.change())),
            notice,
            new Effect.Enter(id, List.of(userId)),
            new Effect.ToUsers(
                List.of(userId),
                new ServerEvent.ConversationAdded(
                    id, now.change(), reader.forMember(handle, now, member))));
    return new Outcome<>(new Added(participant(handle, actor.userId(), member), true), effects);
  }

  /// Takes somebody out, or leaves.
  public void remove(String actorId, String conversationId, String userId) {
    writes.run(handle -> {
      Member actor = groupMember(handle, conversationId, actorId);
      Member target =
          participants
              .find(handle, conversationId, userId)
              .orElseThrow(() -> ProblemException.notFound("member"));
      boolean leaves = actorId.equals(userId);
      if (leaves && actor.role() == Role.OWNER && participants.count(handle, conversationId) > 1) {
        throw new ProblemException(
            ProblemType.CONFLICT, "Make somebody else the owner before you leave.");
      }
      if (!leaves && !outranks(actor, target)) {
        throw ProblemException.forbidden("You can't remove them.");
      }
      String name = notices.name(handle, userId);
      long change = conversations.advanceOwn(handle, conversationId).change();
      participants.leave(handle, conversationId, userId, Instant.now(), change);
      Effect notice =
          leaves
              ? notices.post(handle, conversationId, actorId, "member_left", "%s left", Map.of())
              : notices.post(
                  handle,
                  conversationId,
                  actorId,
                  "member_removed",
                  "%s removed " + name.replace("%", "%%"),
                  Map.of("userId", userId));
      return new Outcome<>(
          userId,
          List.of(
              new Effect.ToConversation(
                  conversationId,
                  new ServerEvent.UserLeftGroup(conversationId, userId, name, change)),
              new Effect.Leave(conversationId, userId),
              notice));
    });
  }

  /// Changes what somebody may do; the owner making another one the owner hands the group over and
  /// stays as an admin.
  public Participant setRole(
      String actorId, String conversationId, String userId, Conversation.ChangeRole request) {
    Role role = Field.present("role", request.role());
    return writes.run(handle -> {
      Member actor = groupMember(handle, conversationId, actorId);
      Member target =
          participants
              .find(handle, conversationId, userId)
              .orElseThrow(() -> ProblemException.notFound("member"));
      if (target.role() == role) {
        return Outcome.quiet(participant(handle, actorId, target));
      }
      if (!outranks(actor, target) || role.ordinal() < actor.role().ordinal()) {
        throw ProblemException.forbidden("You can't give them that role.");
      }
      long change = conversations.advanceOwn(handle, conversationId).change();
      participants.setRole(handle, conversationId, userId, role, change);
      if (role == Role.OWNER) {
        participants.setRole(handle, conversationId, actorId, Role.ADMIN, change);
      }
      List<Effect> effects = new ArrayList<>();
      effects.add(
          new Effect.ToConversation(
              conversationId,
              new ServerEvent.ConversationChanged(
                  conversationId,
                  change,
                  reader.forEverybody(handle, conversations.require(handle, conversationId)))));
      if (role == Role.OWNER) {
        effects.add(
            notices.post(
                handle,
                conversationId,
                actorId,
                "owner_changed",
                "%s made " + notices.name(handle, userId).replace("%", "%%") + " the owner",
                Map.of("userId", userId)));
      }
      return new Outcome<>(
          participant(handle, actorId, participants.require(handle, conversationId, userId)),
          effects);
    });
  }

  /// Roles are declared from the highest down.
  private static boolean outranks(Member actor, Member target) {
    return actor.role().ordinal() < target.role().ordinal();
  }

  private Participant participant(Handle handle, String viewer, Member member) {
    return reader.participants(handle, viewer, List.of(member)).getFirst();
  }

  private Member groupMember(Handle handle, String conversationId, String userId) {
    Member member = participants.require(handle, conversationId, userId);
    if (conversations.require(handle, conversationId).kind() != ConversationKind.GROUP) {
      throw ProblemException.forbidden("Only groups have members that come and go.");
    }
    return member;
  }
}

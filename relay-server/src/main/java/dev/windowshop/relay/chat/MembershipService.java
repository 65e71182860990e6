package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Invite;
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
import org.jspecify.annotations.Nullable;

/// Who is in a group, and as what. Any thread that may block.
public final class MembershipService {
  /// @param created false when they were in it
  /// @param invite in place of a participant, to somebody who is asked first
  public record Added(
      @Nullable Participant participant, boolean created, @Nullable Invite invite) {}

  private final Database database;
  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final ConversationReader reader;
  private final Notices notices;
  private final People people;
  private final Permissions permissions;
  private final Joining joining;
  private final Invites invites;

  MembershipService(
      Database database,
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      ConversationReader reader,
      Notices notices,
      People people,
      Permissions permissions,
      Joining joining,
      Invites invites) {
    this.database = database;
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.reader = reader;
    this.notices = notices;
    this.people = people;
    this.permissions = permissions;
    this.joining = joining;
    this.invites = invites;
  }

  public List<Participant> list(String userId, String conversationId) {
    return database.read(handle -> {
      participants.require(handle, conversationId, userId);
      return reader.participants(handle, userId, participants.members(handle, conversationId));
    });
  }

  public Added add(String actorId, String conversationId, Conversation.AddMember request) {
    String userId = Field.id("userId", request.userId());
    Role role = request.role() == null ? Role.MEMBER : request.role();
    return writes.run(handle -> {
      Member actor = groupMember(handle, conversationId, actorId);
      GroupAct.ADD.require(actor.role());
      if (role == Role.OWNER) {
        throw ProblemException.invalid("role", "is only given by transfer");
      }
      if (!people.users(handle, List.of(userId)).containsKey(userId)) {
        throw ProblemException.invalid("userId", "names nobody");
      }
      Member present = participants.find(handle, conversationId, userId).orElse(null);
      if (present != null) {
        return Outcome.quiet(new Added(participant(handle, actorId, present), false, null));
      }
      if (role.ordinal() < actor.role().ordinal()) {
        throw ProblemException.forbidden("You can't give a role above your own.");
      }
      return switch (permissions.adding(handle, actorId, userId)) {
        case NO ->
            throw ProblemException.forbidden("You can't add " + notices.name(handle, userId) + ".");
        case ASK -> {
          Invites.Invited asked =
              invites.person(handle, conversationId, actorId, userId, role, Invites.PERSON);
          yield new Outcome<>(new Added(null, asked.created(), asked.invite()), asked.effects());
        }
        case AT_ONCE -> {
          Joining.Joined joined = joining.join(handle, conversationId, actorId, userId, role);
          yield new Outcome<>(
              new Added(participant(handle, actorId, joined.member()), true, null),
              joined.effects());
        }
      };
    });
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
      if (!leaves && !GroupAct.outranks(actor.role(), target.role())) {
        throw ProblemException.forbidden("You can't remove them.");
      }
      String name = notices.name(handle, userId);
      ConversationRepository.Counters counters = conversations.advanceOwn(handle, conversationId);
      long change = counters.change();
      participants.leave(
          handle, conversationId, userId, Instant.now(), counters.seq(), counters.change());
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
      if (!GroupAct.outranks(actor.role(), target.role())
          || role.ordinal() < actor.role().ordinal()) {
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
      if (role != Role.OWNER) {
        effects.add(
            notices.post(
                handle,
                conversationId,
                actorId,
                "role_changed",
                "%s made "
                    + notices.name(handle, userId).replace("%", "%%")
                    + (role == Role.ADMIN ? " an admin" : " a member"),
                Map.of("userId", userId, "role", Columns.wire(role))));
      } else {
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

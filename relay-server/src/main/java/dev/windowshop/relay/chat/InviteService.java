package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Role;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.people.Permissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// Invites to people, links, requests, and open doors. Any thread that may block.
public final class InviteService {
  /// @param created false when it was so already
  public record Made(Invite invite, boolean created) {}

  /// @param joined false when they were in it
  public record Entered(Conversation conversation, boolean joined) {}

  private static final Duration LONGEST = Duration.ofDays(365);
  private static final int MOST_USES = 10_000;

  private final Database database;
  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final InviteRepository rows;
  private final Invites invites;
  private final Joining joining;
  private final ConversationReader reader;
  private final People people;
  private final Permissions permissions;

  InviteService(
      Database database,
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      InviteRepository rows,
      Invites invites,
      Joining joining,
      ConversationReader reader,
      People people,
      Permissions permissions) {
    this.database = database;
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.rows = rows;
    this.invites = invites;
    this.joining = joining;
    this.reader = reader;
    this.people = people;
    this.permissions = permissions;
  }

  /// Invites a person, or makes a link where nobody is named.
  public Made create(String actorId, String conversationId, Invite.Create request) {
    Role role = request.role() == null ? Role.MEMBER : request.role();
    Duration life = life(request);
    Integer maxUses = request.maxUses();
    if (maxUses != null && (maxUses < 1 || maxUses > MOST_USES)) {
      throw ProblemException.invalid("maxUses", "must be between 1 and " + MOST_USES);
    }
    return writes.run(handle -> {
      Member actor = member(handle, conversationId, actorId);
      GroupAct.INVITE.require(actor.role());
      if (role.ordinal() < actor.role().ordinal() || role == Role.OWNER) {
        throw role == Role.OWNER
            ? ProblemException.invalid("role", "is only given by transfer")
            : ProblemException.forbidden("You can't give a role above your own.");
      }
      if (request.userId() == null) {
        return Outcome.quiet(
            new Made(invites.link(handle, conversationId, actorId, role, maxUses, life), true));
      }
      String userId = Field.id("userId", request.userId());
      if (!people.users(handle, List.of(userId)).containsKey(userId)) {
        throw ProblemException.invalid("userId", "names nobody");
      }
      if (participants.find(handle, conversationId, userId).isPresent()) {
        throw new ProblemException(ProblemType.CONFLICT, "They are in the group already.");
      }
      if (permissions.adding(handle, actorId, userId) == Permissions.Adding.NO) {
        throw ProblemException.forbidden("You can't invite them.");
      }
      Invites.Invited invited = invites.person(handle, conversationId, actorId, userId, role, life);
      return new Outcome<>(new Made(invited.invite(), invited.created()), invited.effects());
    });
  }

  private static Duration life(Invite.Create request) {
    Long seconds = request.expiresInSeconds();
    if (seconds == null) {
      return request.userId() == null ? Invites.LINK : Invites.PERSON;
    }
    if (seconds < 1 || seconds > LONGEST.toSeconds()) {
      throw ProblemException.invalid(
          "expiresInSeconds", "must be between 1 and " + LONGEST.toSeconds());
    }
    return Duration.ofSeconds(seconds);
  }

  /// What waits for one's answer.
  public Page<Invite> mine(String userId) {
    return database.read(handle ->
        new Page<>(
            invites.read(handle, rows.pendingFor(handle, userId, Instant.now()), false), null));
  }

  /// Open invites, links and requests of a group, for its owner and admins.
  public Page<Invite> of(String userId, String conversationId) {
    return database.read(handle -> {
      GroupAct.INVITE.require(member(handle, conversationId, userId).role());
      return new Page<>(
          invites.read(handle, rows.pendingOf(handle, conversationId, Instant.now()), true), null);
    });
  }

  /// The invited accepts; a request is accepted by the owner and admins.
  public Entered accept(String userId, String inviteId) {
    return writes.run(handle -> {
      InviteRow row = answerable(handle, userId, inviteId);
      String joinerId = Objects.requireNonNull(row.userId());
      Member there = participants.find(handle, row.conversationId(), joinerId).orElse(null);
      if (row.state() == Invite.State.ACCEPTED && there != null) {
        return Outcome.quiet(entered(handle, userId, row.conversationId(), false));
      }
      requirePending(row);
      List<Effect> effects = new ArrayList<>();
      if (there == null) {
        String actorId = row.kind() == Invite.Kind.REQUEST ? userId : joinerId;
        effects.addAll(
            joining.join(handle, row.conversationId(), actorId, joinerId, row.role()).effects());
      }
      rows.settle(handle, row.conversationId(), joinerId);
      effects.addAll(invites.changed(handle, inviteId));
      return new Outcome<>(entered(handle, userId, row.conversationId(), there == null), effects);
    });
  }

  public void decline(String userId, String inviteId) {
    writes.run(handle -> {
      InviteRow row = answerable(handle, userId, inviteId);
      if (row.state() == Invite.State.DECLINED) {
        return Outcome.quiet(inviteId);
      }
      requirePending(row);
      rows.setState(handle, inviteId, Invite.State.DECLINED);
      return new Outcome<>(inviteId, invites.changed(handle, inviteId));
    });
  }

  /// Takes an invite, a link or one's own request back.
  public void revoke(String userId, String inviteId) {
    writes.run(handle -> {
      InviteRow row =
          rows.find(handle, inviteId).orElseThrow(() -> ProblemException.notFound("invite"));
      boolean own = row.kind() == Invite.Kind.REQUEST && row.inviterId().equals(userId);
      if (!own) {
        Member actor =
            participants
                .find(handle, row.conversationId(), userId)
                .orElseThrow(() -> ProblemException.notFound("invite"));
        GroupAct.INVITE.require(actor.role());
      }
      if (row.state() != Invite.State.PENDING) {
        return Outcome.quiet(inviteId);
      }
      rows.setState(handle, inviteId, Invite.State.REVOKED);
      return new Outcome<>(inviteId, invites.changed(handle, inviteId));
    });
  }

  /// Walks into an open group.
  public Entered join(String userId, String conversationId) {
    return writes.run(handle -> {
      ConversationRow row = group(handle, conversationId);
      if (participants.find(handle, conversationId, userId).isPresent()) {
        return Outcome.quiet(entered(handle, userId, conversationId, false));
      }
      if (row.isPrivate()) {
        throw ProblemException.forbidden("This group is private. Ask to be let in.");
      }
      Joining.Joined joined = joining.join(handle, conversationId, userId, userId, Role.MEMBER);
      rows.settle(handle, conversationId, userId);
      return new Outcome<>(entered(handle, userId, conversationId, true), joined.effects());
    });
  }

  /// Asks to be let into a private group.
  public Made request(String userId, String conversationId) {
    return writes.run(handle -> {
      group(handle, conversationId);
      if (participants.find(handle, conversationId, userId).isPresent()) {
        throw new ProblemException(ProblemType.CONFLICT, "You are in the group already.");
      }
      Invites.Invited asked = invites.request(handle, conversationId, userId);
      return new Outcome<>(new Made(asked.invite(), asked.created()), asked.effects());
    });
  }

  /// What a link leads to, before one follows it.
  public Invite preview(String token) {
    return database.read(handle -> invites.read(handle, link(handle, token), false));
  }

  public Entered follow(String userId, String token) {
    return writes.run(handle -> {
      InviteRow row = link(handle, token);
      String id = row.conversationId();
      if (participants.find(handle, id, userId).isPresent()) {
        return Outcome.quiet(entered(handle, userId, id, false));
      }
      requirePending(row);
      if (!rows.use(handle, row.id())) {
        throw gone();
      }
      Joining.Joined joined = joining.join(handle, id, userId, userId, row.role());
      rows.settle(handle, id, userId);
      return new Outcome<>(entered(handle, userId, id, true), joined.effects());
    });
  }

  private InviteRow link(Handle handle, String token) {
    return rows.findByToken(handle, token)
        .filter(row -> row.state() == Invite.State.PENDING)
        .orElseThrow(() -> ProblemException.notFound("invite"));
  }

  private InviteRow answerable(Handle handle, String userId, String inviteId) {
    InviteRow row =
        rows.find(handle, inviteId).orElseThrow(() -> ProblemException.notFound("invite"));
    boolean may =
        switch (row.kind()) {
          case PERSON -> userId.equals(row.userId());
          case REQUEST ->
              participants
                  .find(handle, row.conversationId(), userId)
                  .filter(member -> GroupAct.ANSWER_REQUESTS.isAllowed(member.role()))
                  .isPresent();
          case LINK, UNKNOWN -> false;
        };
    if (!may) {
      throw ProblemException.notFound("invite");
    }
    return row;
  }

  private static void requirePending(InviteRow row) {
    if (row.stateAt(Instant.now()) != Invite.State.PENDING) {
      throw gone();
    }
  }

  private static ProblemException gone() {
    return new ProblemException(ProblemType.CONFLICT, "This invite is no longer open.");
  }

  private Entered entered(Handle handle, String userId, String conversationId, boolean joined) {
    ConversationRow row = conversations.require(handle, conversationId);
    Member member = participants.require(handle, conversationId, userId);
    return new Entered(reader.forMember(handle, row, member), joined);
  }

  private ConversationRow group(Handle handle, String conversationId) {
    return conversations
        .find(handle, conversationId)
        .filter(row -> row.kind() == ConversationKind.GROUP)
        .orElseThrow(() -> ProblemException.notFound("conversation"));
  }

  private Member member(Handle handle, String conversationId, String userId) {
    Member member = participants.require(handle, conversationId, userId);
    if (conversations.require(handle, conversationId).kind() != ConversationKind.GROUP) {
      throw ProblemException.forbidden("Only groups have members that come and go.");
    }
    return member;
  }
}

package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes invites and reads them as the wire shows them. Runs inside the caller's unit of work.
final class Invites {
  static final Duration PERSON = Duration.ofDays(30);
  static final Duration LINK = Duration.ofDays(7);

  private static final SecureRandom RANDOM = new SecureRandom();

  private final InviteRepository invites;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final People people;
  private final Bell bell;

  Invites(
      InviteRepository invites,
      ConversationRepository conversations,
      ParticipantRepository participants,
      People people,
      Bell bell) {
    this.invites = invites;
    this.conversations = conversations;
    this.participants = participants;
    this.people = people;
    this.bell = bell;
  }

  /// An invite to one person; the one that waits already when there is one.
  record Invited(Invite invite, boolean created, List<Effect> effects) {}

  Invited person(
      Handle handle,
      String conversationId,
      String actorId,
      String userId,
      Role role,
      Duration life) {
    return waiting(
        handle, conversationId, Invite.Kind.PERSON, actorId, userId, role, life, List.of(userId));
  }

  /// Somebody outside asks the owner and admins.
  Invited request(Handle handle, String conversationId, String userId) {
    List<String> askedIds =
        participants.members(handle, conversationId).stream()
            .filter(member -> GroupAct.ANSWER_REQUESTS.isAllowed(member.role()))
            .map(Member::userId)
            .toList();
    return waiting(
        handle, conversationId, Invite.Kind.REQUEST, userId, userId, Role.MEMBER, PERSON, askedIds);
  }

  private Invited waiting(
      Handle handle,
      String conversationId,
      Invite.Kind kind,
      String actorId,
      String userId,
      Role role,
      Duration life,
      List<String> toldIds) {
    Instant now = Instant.now();
    InviteRow there = invites.pending(handle, conversationId, userId, kind, now).orElse(null);
    if (there != null) {
      return new Invited(read(handle, there, false), false, List.of());
    }
    InviteRow row =
        new InviteRow(
            Ids.newId(),
            conversationId,
            kind,
            actorId,
            userId,
            role,
            Invite.State.PENDING,
            null,
            0,
            null,
            now,
            now.plus(life));
    invites.insert(handle, row);
    Invite invite = read(handle, row, false);
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.ToUsers(toldIds, new ServerEvent.InviteChanged(invite)));
    effects.addAll(bell.waits(handle, row, toldIds));
    return new Invited(invite, true, effects);
  }

  Invite link(
      Handle handle,
      String conversationId,
      String actorId,
      Role role,
      @Nullable Integer maxUses,
      Duration life) {
    byte[] secret = new byte[18];
    RANDOM.nextBytes(secret);
    Instant now = Instant.now();
    InviteRow row =
        new InviteRow(
            Ids.newId(),
            conversationId,
            Invite.Kind.LINK,
            actorId,
            null,
            role,
            Invite.State.PENDING,
            Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
            0,
            maxUses,
            now,
            now.plus(life));
    invites.insert(handle, row);
    return read(handle, row, true);
  }

  /// What the invite is now, told to those whom it concerns.
  List<Effect> changed(Handle handle, String inviteId) {
    InviteRow row = invites.find(handle, inviteId).orElseThrow();
    Set<String> told = new HashSet<>();
    told.add(row.inviterId());
    if (row.userId() != null) {
      told.add(row.userId());
    }
    List<Effect> effects = new ArrayList<>();
    effects.add(
        new Effect.ToUsers(
            List.copyOf(told), new ServerEvent.InviteChanged(read(handle, row, false))));
    effects.addAll(bell.settled(handle, inviteId));
    return effects;
  }

  /// @param withToken for those who may give a link away
  Invite read(Handle handle, InviteRow row, boolean withToken) {
    return read(handle, List.of(row), withToken).getFirst();
  }

  List<Invite> read(Handle handle, List<InviteRow> rows, boolean withToken) {
    Set<String> ids = new HashSet<>();
    for (InviteRow row : rows) {
      ids.add(row.inviterId());
      if (row.userId() != null) {
        ids.add(row.userId());
      }
    }
    Map<String, User> users = ids.isEmpty() ? Map.of() : people.users(handle, ids);
    List<Invite> read = new ArrayList<>();
    for (InviteRow row : rows) {
      ConversationRow group = conversations.require(handle, row.conversationId());
      read.add(
          new Invite(
              row.id(),
              row.conversationId(),
              new Invite.Group(
                  group.id(),
                  group.name(),
                  group.description(),
                  group.avatarUrl(),
                  participants.count(handle, group.id()),
                  group.isPrivate()),
              row.kind(),
              users.getOrDefault(row.inviterId(), ConversationReader.deleted(row.inviterId())),
              row.userId() == null
                  ? null
                  : users.getOrDefault(row.userId(), ConversationReader.deleted(row.userId())),
              row.role(),
              row.stateAt(Instant.now()),
              withToken ? row.token() : null,
              row.uses(),
              row.maxUses(),
              row.createdAt(),
              row.expiresAt()));
    }
    return read;
  }
}

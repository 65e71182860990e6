package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a group is called, how it looks, and whether a conversation is closed. Any thread that may
/// block.
final class DescriptionService {
  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final ConversationReader reader;
  private final Notices notices;
  private final GroupDetails details;

  DescriptionService(
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      ConversationReader reader,
      Notices notices,
      GroupDetails details) {
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.reader = reader;
    this.notices = notices;
    this.details = details;
  }

  /// Renames or describes a group: its owner and admins.
  Conversation patch(String userId, String id, Conversation.Patch patch) {
    return writes.run(handle -> {
      Member actor = participants.require(handle, id, userId);
      ConversationRow row = conversations.require(handle, id);
      requireMayPatch(row, actor, patch);
      ConversationRow patched = patched(handle, userId, row, patch);
      List<Effect> effects = new ArrayList<>();
      if (!patched.equals(row)) {
        conversations.describe(handle, patched);
        long change = conversations.advanceOwn(handle, id).change();
        ConversationRow now = conversations.require(handle, id);
        effects.add(
            new Effect.ToConversation(
                id,
                new ServerEvent.ConversationChanged(id, change, reader.forEverybody(handle, now))));
        boolean closed = patched.closedAt() != null;
        if (closed != (row.closedAt() != null)) {
          effects.add(
              notices.post(
                  handle,
                  id,
                  userId,
                  closed ? "closed" : "reopened",
                  closed ? "%s closed this conversation" : "%s opened this conversation again",
                  Map.of()));
        }
        if (!Objects.equals(patched.description(), row.description())
            || !Objects.equals(patched.avatarUrl(), row.avatarUrl())
            || patched.isPrivate() != row.isPrivate()
            || patched.sharesHistory() != row.sharesHistory()
            || patched.maxMembers() != row.maxMembers()) {
          effects.add(
              notices.post(
                  handle, id, userId, "described", "%s changed the group's details", Map.of()));
        }
        if (patched.name() != null && !patched.name().equals(row.name())) {
          effects.add(
              notices.post(
                  handle,
                  id,
                  userId,
                  "renamed",
                  "%s renamed the group to “" + patched.name().replace("%", "%%") + "”",
                  Map.of("name", patched.name())));
        }
      }
      return new Outcome<>(
          reader.forMember(handle, conversations.require(handle, id), userId), effects);
    });
  }

  private static void requireMayPatch(ConversationRow row, Member actor, Conversation.Patch patch) {
    boolean describes =
        patch.name() != null
            || patch.description() != null
            || patch.avatar() != null
            || patch.isPrivate() != null
            || patch.maxMembers() != null
            || patch.sharesHistory() != null;
    if (row.kind() != ConversationKind.GROUP) {
      if (describes || patch.closed() == null) {
        throw ProblemException.forbidden("Only groups have a name of their own.");
      }
      if (row.kind() == ConversationKind.DIRECT) {
        throw ProblemException.forbidden("A conversation of two people is not closed.");
      }
      return;
    }
    if (describes || patch.closed() == null) {
      GroupAct.DESCRIBE.require(actor.role());
    }
    if (patch.sharesHistory() != null) {
      GroupAct.SHARE_HISTORY.require(actor.role());
    }
    if (patch.closed() != null) {
      GroupAct.CLOSE.require(actor.role());
    }
  }

  private static @Nullable Instant closedAt(ConversationRow row, Conversation.Patch patch) {
    if (patch.closed() == null) {
      return row.closedAt();
    }
    boolean already = row.closedAt() != null;
    return patch.closed() ? (already ? row.closedAt() : Instant.now()) : null;
  }

  private ConversationRow patched(
      Handle handle, String userId, ConversationRow row, Conversation.Patch patch) {
    String name = patch.name() == null ? row.name() : details.name(patch.name());
    String description =
        patch.description() == null ? row.description() : details.description(patch.description());
    int maxMembers =
        patch.maxMembers() == null
            ? row.maxMembers()
            : details.maxMembers(patch.maxMembers(), participants.count(handle, row.id()));
    return new ConversationRow(
        row.id(),
        row.kind(),
        name,
        description,
        details.picture(handle, userId, row.avatarUrl(), patch.avatar()),
        row.productId(),
        row.shopId(),
        patch.isPrivate() == null ? row.isPrivate() : patch.isPrivate(),
        maxMembers,
        row.seq(),
        row.change(),
        row.ownChange(),
        row.createdAt(),
        row.lastActivityAt(),
        patch.sharesHistory() == null ? row.sharesHistory() : patch.sharesHistory(),
        closedAt(row, patch),
        row.pins());
  }
}

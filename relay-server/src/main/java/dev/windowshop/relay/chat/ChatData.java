package dev.windowshop.relay.chat;

import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.personal.ExportSink;
import dev.windowshop.relay.personal.PersonalData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Conversations as personal data: one's own words are handed out. They stay in the conversations
/// of others when an account is erased, as those of a deleted account; its groups go on without it.
final class ChatData implements PersonalData {
  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final ConversationReader reader;
  private final Notices notices;
  private final ScheduledService scheduled;

  ChatData(
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      ConversationReader reader,
      Notices notices,
      ScheduledService scheduled) {
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.reader = reader;
    this.notices = notices;
    this.scheduled = scheduled;
  }

  @Override
  public void export(Handle handle, String userId, ExportSink sink) {
    sink.rows(
        "conversations",
        handle
            .createQuery(
                """
                SELECT c.id, c.kind, c.name, c.description, c.product_id, c.shop_id, p.role,
                       p.joined_at, p.left_at
                FROM participants p JOIN conversations c ON c.id = p.conversation_id
                WHERE p.user_id = :user ORDER BY p.joined_at, c.id
                """)
            .bind("user", userId));
    sink.rows(
        "messages",
        handle
            .createQuery(
                """
                SELECT id, conversation_id, type, content, reply_to_id,
                       metadata AS metadata_json, created_at, edited_at, deleted_at
                FROM messages WHERE sender_id = :user AND type <> 'system'
                ORDER BY created_at, id
                """)
            .bind("user", userId));
    sink.rows(
        "reactions",
        handle
            .createQuery(
                "SELECT message_id, emoji FROM reactions WHERE user_id = :user ORDER BY message_id")
            .bind("user", userId));
    sink.rows(
        "scheduled-messages",
        handle
            .createQuery(
                """
                SELECT id, conversation_id, type, body AS body_json, send_at, state, created_at
                FROM scheduled_messages WHERE author_id = :user AND body IS NOT NULL
                ORDER BY send_at, id
                """)
            .bind("user", userId));
    sink.rows(
        "votes",
        handle
            .createQuery(
                """
                SELECT message_id, option_no FROM poll_votes WHERE user_id = :user
                ORDER BY message_id, option_no
                """)
            .bind("user", userId));
  }

  @Override
  public Runnable erase(Handle handle, String userId, Instant now) {
    for (String rows :
        List.of(
            "invites WHERE user_id = :user OR (inviter_id = :user AND state = 'pending')",
            "hidden_messages WHERE user_id = :user")) {
      handle.createUpdate("DELETE FROM " + rows).bind("user", userId).execute();
    }
    scheduled.erase(handle, userId);
    List<Effect> effects = new ArrayList<>();
    for (String id : participants.conversationIds(handle, userId)) {
      if (conversations.require(handle, id).kind() == ConversationKind.GROUP) {
        leaveGroup(handle, id, userId, now, effects);
      } else {
        long change = conversations.advanceOwn(handle, id).change();
        effects.add(changed(handle, id, change));
      }
    }
    for (String table : List.of("personal_items", "personal_counters")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE user_id = :user")
          .bind("user", userId)
          .execute();
    }
    return () -> writes.tell(effects);
  }

  /// The owner's place goes to the admin who has been there for longest, else to the member.
  private void leaveGroup(
      Handle handle, String id, String userId, Instant now, List<Effect> effects) {
    Member leaving = participants.require(handle, id, userId);
    ConversationRepository.Counters counters = conversations.advanceOwn(handle, id);
    long change = counters.change();
    participants.leave(handle, id, userId, now, counters.seq(), change);
    Optional<Member> heir =
        leaving.role() != Role.OWNER
            ? Optional.empty()
            : participants.members(handle, id).stream()
                .min(Comparator.comparing(Member::role).thenComparing(Member::joinedAt));
    heir.ifPresent(member -> participants.setRole(handle, id, member.userId(), Role.OWNER, change));
    effects.add(
        new Effect.ToConversation(
            id, new ServerEvent.UserLeftGroup(id, userId, notices.name(handle, userId), change)));
    effects.add(new Effect.Leave(id, userId));
    if (heir.isPresent()) {
      effects.add(changed(handle, id, change));
    }
    effects.add(notices.post(handle, id, userId, "member_left", "%s left", Map.of()));
  }

  private Effect changed(Handle handle, String id, long change) {
    return new Effect.ToConversation(
        id,
        new ServerEvent.ConversationChanged(
            id, change, reader.forEverybody(handle, conversations.require(handle, id))));
  }
}

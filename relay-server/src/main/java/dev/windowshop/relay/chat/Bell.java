package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Notification;
import dev.windowshop.relay.notification.Happening;
import dev.windowshop.relay.notification.Notifier;
import dev.windowshop.relay.notification.Told;
import dev.windowshop.relay.notification.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Has people notified of what is said to them in particular, and of invites. Runs inside the
/// caller's unit of work.
final class Bell {
  private final Notifier notifier;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final MessageRepository messages;

  Bell(
      Notifier notifier,
      ConversationRepository conversations,
      ParticipantRepository participants,
      MessageRepository messages) {
    this.notifier = notifier;
    this.conversations = conversations;
    this.participants = participants;
    this.messages = messages;
  }

  /// A message is one notification at most for each of those whom it is for.
  List<Effect> said(Handle handle, Message message) {
    Map<String, Notification.Kind> meant = meant(handle, message);
    if (meant.isEmpty()) {
      return List.of();
    }
    String id = message.conversationId();
    boolean group = conversations.require(handle, id).kind() == ConversationKind.GROUP;
    Notification.Target target = Notification.Target.message(id, message.id(), message.seq());
    String storyId = story(message).path("id").textValue();
    return meant.entrySet().stream()
        .filter(entry -> participants.find(handle, id, entry.getKey()).isPresent())
        .flatMap(entry ->
            notifier
                .raise(
                    handle,
                    List.of(entry.getKey()),
                    new Happening(
                        entry.getValue(),
                        group ? Topic.GROUPS : Topic.MESSAGES,
                        Columns.wire(entry.getValue()) + ":" + id,
                        message.seq(),
                        message.sender().id(),
                        null,
                        null,
                        entry.getValue() == Notification.Kind.STORY_REPLY && storyId != null
                            ? target.withStory(storyId)
                            : target))
                .stream())
        .map(Bell::effect)
        .toList();
  }

  /// In the order of their ids, so that no two units of work wait for each other.
  private Map<String, Notification.Kind> meant(Handle handle, Message message) {
    Map<String, Notification.Kind> meant = new TreeMap<>();
    JsonNode metadata = message.metadata();
    if (metadata != null) {
      for (JsonNode mention : metadata.path(MessageMetadata.MENTIONS)) {
        meant.put(mention.asText(), Notification.Kind.MENTION);
      }
    }
    if (message.replyToId() != null) {
      messages
          .find(handle, message.replyToId())
          .filter(row -> row.type() != Message.Type.SYSTEM && row.type() != Message.Type.CALL)
          .ifPresent(row -> meant.put(row.senderId(), Notification.Kind.REPLY));
    }
    String storyteller = story(message).path("authorId").textValue();
    if (storyteller != null) {
      meant.put(storyteller, Notification.Kind.STORY_REPLY);
    }
    meant.remove(message.sender().id());
    return meant;
  }

  private static JsonNode story(Message message) {
    JsonNode metadata = message.metadata();
    return (metadata == null
            ? com.fasterxml.jackson.databind.node.NullNode.getInstance()
            : metadata)
        .path(MessageMetadata.STORY);
  }

  /// They have read the conversation so far.
  List<Effect> read(Handle handle, String userId, String conversationId, long seq) {
    return effects(notifier.readUpTo(handle, userId, conversationId, seq));
  }

  /// An invite, or a request to be let in, waits for these people.
  List<Effect> waits(Handle handle, InviteRow row, Collection<String> userIds) {
    boolean request = row.kind() == Invite.Kind.REQUEST;
    Notification.Kind kind = request ? Notification.Kind.JOIN_REQUEST : Notification.Kind.INVITE;
    return effects(
        notifier.raise(
            handle,
            userIds,
            new Happening(
                kind,
                Topic.GROUPS,
                Columns.wire(kind) + ":" + row.id(),
                row.createdAt().toEpochMilli(),
                row.inviterId(),
                null,
                null,
                Notification.Target.invite(row.conversationId(), row.id()))));
  }

  /// An invite waits for nobody any more.
  List<Effect> settled(Handle handle, String inviteId) {
    return effects(notifier.settled(handle, inviteId));
  }

  static List<Effect> effects(List<Told> told) {
    return told.stream().map(Bell::effect).toList();
  }

  private static Effect effect(Told told) {
    return new Effect.ToUsers(List.of(told.userId()), told.event());
  }
}

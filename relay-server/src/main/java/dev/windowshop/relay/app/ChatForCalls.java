package dev.windowshop.relay.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Notification;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Role;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.call.CallConversations;
import dev.windowshop.relay.chat.ChatFeature;
import dev.windowshop.relay.chat.Member;
import dev.windowshop.relay.chat.MessageWriter;
import dev.windowshop.relay.chat.People;
import dev.windowshop.relay.notification.Happening;
import dev.windowshop.relay.notification.Notifier;
import dev.windowshop.relay.notification.Told;
import dev.windowshop.relay.notification.Topic;
import dev.windowshop.relay.people.Permissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What calls see of conversations: who is in one, and the message that a call leaves behind.
record ChatForCalls(ChatFeature chat, People people, Permissions permissions, Notifier notifier)
    implements CallConversations {
  @Override
  public List<String> members(Handle handle, String conversationId, String userId) {
    chat.participants().require(handle, conversationId, userId);
    return chat.participants().members(handle, conversationId).stream()
        .map(Member::userId)
        .toList();
  }

  @Override
  public Collection<String> rung(
      Handle handle, String conversationId, String userId, List<String> others) {
    if (chat.participants().otherSide(handle, conversationId, userId).isEmpty()) {
      return permissions.rung(handle, userId, others);
    }
    others.forEach(other -> permissions.requireMayCall(handle, userId, other));
    return others;
  }

  @Override
  public Collection<String> everybody(Handle handle, String conversationId) {
    return chat.participants().members(handle, conversationId).stream()
        .map(Member::userId)
        .toList();
  }

  @Override
  public void requireMayEnd(Handle handle, String conversationId, String userId) {
    Role role = chat.participants().require(handle, conversationId, userId).role();
    boolean isGroup = chat.participants().otherSide(handle, conversationId, userId).isEmpty();
    if (!isGroup || role == Role.MEMBER) {
      throw ProblemException.forbidden(
          "Only the owner and admins of a group end a call for everybody.");
    }
  }

  @Override
  public boolean isMember(Handle handle, String conversationId, String userId) {
    return chat.participants().find(handle, conversationId, userId).isPresent();
  }

  @Override
  public boolean mayAdmit(Handle handle, String conversationId, String userId) {
    Member member = chat.participants().find(handle, conversationId, userId).orElse(null);
    return member != null
        && (member.role() != Role.MEMBER
            || chat.participants().otherSide(handle, conversationId, userId).isPresent());
  }

  @Override
  public boolean areApart(Handle handle, String one, String other) {
    return !permissions.apartFrom(handle, one, List.of(other)).isEmpty();
  }

  @Override
  public User user(Handle handle, String userId) {
    User found = people.users(handle, List.of(userId)).get(userId);
    return found == null ? new User(userId, "", "Deleted account", null, null, null, null) : found;
  }

  @Override
  public boolean showsAddress(Handle handle, String userId, Collection<String> others) {
    return permissions.seeingAddress(handle, userId, others).containsAll(others);
  }

  @Override
  public List<Told> missed(Handle handle, Call call, Collection<String> userIds) {
    return userIds.isEmpty()
        ? List.of()
        : notifier.raise(
            handle,
            userIds,
            new Happening(
                Notification.Kind.MISSED_CALL,
                Topic.CALLS,
                "missed_call:" + call.conversationId(),
                call.createdAt().toEpochMilli(),
                call.initiatorId(),
                call.media() == Call.Media.AUDIO ? "audio" : "video",
                null,
                Notification.Target.call(call.conversationId(), call.id())));
  }

  @Override
  public List<ServerEvent> record(Handle handle, Call ended) {
    ObjectNode metadata = Json.mapper().createObjectNode().put("callId", ended.id());
    metadata.set("media", Json.tree(ended.media()));
    metadata.put("reason", ended.reason());
    if (ended.startedAt() != null && ended.endedAt() != null) {
      metadata.put("durationMs", Duration.between(ended.startedAt(), ended.endedAt()).toMillis());
    }
    Message message =
        chat.writer()
            .append(
                handle,
                new MessageWriter.Draft(
                    ended.conversationId(),
                    ended.initiatorId(),
                    Ids.newId(),
                    Message.Type.CALL,
                    null,
                    null,
                    metadata,
                    Instant.now()));
    return List.of(new ServerEvent.NewMessage(message));
  }
}

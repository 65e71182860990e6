package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Personal;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Sync;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What only one reader sees of a conversation: mute, pin, archive, unread, drafts, and what they
/// deleted for themselves. Never raises a conversation's counter. Any thread that may block.
public final class PersonalService {
  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final MessageRepository messages;
  private final PersonalRepository personal;
  private final ConversationReader reader;
  private final ChatConfig config;

  PersonalService(
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      MessageRepository messages,
      PersonalRepository personal,
      ConversationReader reader,
      ChatConfig config) {
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.messages = messages;
    this.personal = personal;
    this.reader = reader;
    this.config = config;
  }

  /// @return the conversation as its reader sees it now
  public Conversation put(String userId, String conversationId, Personal wanted) {
    check(wanted);
    return writes.run(handle -> {
      Member member = participants.require(handle, conversationId, userId);
      List<Sync.PersonalItem> items = new ArrayList<>();
      if (wanted.muted() != null) {
        ObjectNode value = on(wanted.muted());
        if (wanted.muted() && wanted.mutedUntil() != null) {
          value.put("until", wanted.mutedUntil().toString());
        }
        items.add(personal.put(handle, userId, PersonalRepository.MUTE, conversationId, value));
      }
      flag(handle, userId, conversationId, PersonalRepository.PIN, wanted.pinned(), items);
      flag(handle, userId, conversationId, PersonalRepository.ARCHIVE, wanted.archived(), items);
      flag(handle, userId, conversationId, PersonalRepository.UNREAD, wanted.unread(), items);
      Personal.Draft draft = wanted.draft();
      if (draft != null) {
        ObjectNode value = Json.mapper().createObjectNode();
        value.put("content", draft.content() == null ? "" : draft.content());
        value.put("replyToId", draft.replyToId());
        items.add(personal.put(handle, userId, PersonalRepository.DRAFT, conversationId, value));
      }
      Conversation now =
          reader.forMember(handle, conversations.require(handle, conversationId), member);
      return new Outcome<>(now, told(userId, items));
    });
  }

  private void check(Personal wanted) {
    Personal.Draft draft = wanted.draft();
    if (draft == null) {
      return;
    }
    if (draft.content() != null && draft.content().length() > config.contentLength()) {
      throw ProblemException.invalid(
          "draft.content", "is longer than " + config.contentLength() + " characters");
    }
    if (draft.replyToId() != null) {
      Field.id("draft.replyToId", draft.replyToId());
    }
  }

  private void flag(
      Handle handle,
      String userId,
      String conversationId,
      String kind,
      @org.jspecify.annotations.Nullable Boolean wanted,
      List<Sync.PersonalItem> items) {
    if (wanted != null) {
      items.add(personal.put(handle, userId, kind, conversationId, on(wanted)));
    }
  }

  private static ObjectNode on(boolean value) {
    return Json.mapper().createObjectNode().put("on", value);
  }

  private static List<Effect> told(String userId, List<Sync.PersonalItem> items) {
    List<Effect> effects = new ArrayList<>();
    items.forEach(item ->
        effects.add(new Effect.ToUsers(List.of(userId), new ServerEvent.PersonalChanged(item))));
    return effects;
  }

  /// Deletes a message for its reader alone.
  public void hide(String userId, String messageId) {
    writes.run(handle -> {
      MessageRow row =
          messages
              .find(handle, messageId)
              .filter(found -> participants.sees(handle, userId, found))
              .orElseThrow(() -> ProblemException.notFound("message"));
      Sync.PersonalItem item = personal.hide(handle, userId, row.conversationId(), messageId);
      return new Outcome<>(messageId, item == null ? List.of() : told(userId, List.of(item)));
    });
  }
}

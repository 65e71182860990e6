package dev.windowshop.client.chat;

import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something done to a message that the relay has not been told yet. It shows at once.
///
/// @param ordinal its place among all that waits
/// @param value what it says from now on, or the emoji; empty where there is none
record MessageAction(
    long ordinal, String conversationId, String messageId, Kind kind, String value) {
  enum Kind {
    EDIT,
    DELETE,
    HIDE,
    REACT,
    UNREACT,
    PIN,
    UNPIN
  }

  /// The message as it is once this has been done; null when it is not to be seen any more.
  static @Nullable Message applied(
      Message message, List<MessageAction> actions, String ownId, Instant now) {
    Message shown = message;
    for (MessageAction action : actions) {
      if (!action.messageId().equals(message.id())) {
        continue;
      }
      switch (action.kind()) {
        case HIDE -> {
          return null;
        }
        case EDIT -> shown = changed(shown, action.value(), shown.reactions(), now, null);
        case DELETE -> shown = changed(shown, null, List.of(), shown.editedAt(), now);
        case REACT, UNREACT ->
            shown =
                changed(
                    shown,
                    shown.content(),
                    reactions(
                        shown.reactions(), action.value(), ownId, action.kind() == Kind.REACT),
                    shown.editedAt(),
                    shown.deletedAt());
        case PIN, UNPIN -> {
          // Of the conversation, see below.
        }
      }
    }
    return shown;
  }

  /// What is pinned once this has been done, the newest pinned first.
  ///
  /// @param places where the messages are that are here, by id
  static List<Conversation.Pin> pins(
      List<Conversation.Pin> there,
      List<MessageAction> actions,
      Map<String, Long> places,
      String ownId,
      Instant now) {
    List<Conversation.Pin> pins = new ArrayList<>(there);
    for (MessageAction action : actions) {
      Long seq = places.get(action.messageId());
      switch (action.kind()) {
        case PIN -> {
          if (seq != null) {
            pins.removeIf(pin -> pin.messageId().equals(action.messageId()));
            pins.addFirst(new Conversation.Pin(action.messageId(), seq, ownId, now));
          }
        }
        case UNPIN, DELETE -> pins.removeIf(pin -> pin.messageId().equals(action.messageId()));
        case EDIT, HIDE, REACT, UNREACT -> {
          // Is pinned as it was.
        }
      }
    }
    return List.copyOf(pins);
  }

  private static Message changed(
      Message of,
      @Nullable String content,
      List<Message.Reaction> reactions,
      @Nullable Instant editedAt,
      @Nullable Instant deletedAt) {
    return new Message(
        of.id(),
        of.conversationId(),
        of.seq(),
        of.change(),
        of.clientId(),
        of.sender(),
        of.type(),
        content,
        of.replyToId(),
        deletedAt == null ? of.attachments() : List.of(),
        deletedAt == null ? of.metadata() : null,
        reactions,
        of.createdAt(),
        editedAt,
        deletedAt);
  }

  private static List<Message.Reaction> reactions(
      List<Message.Reaction> there, String emoji, String ownId, boolean on) {
    List<Message.Reaction> all = new ArrayList<>();
    boolean found = false;
    for (Message.Reaction reaction : there) {
      if (!reaction.emoji().equals(emoji)) {
        all.add(reaction);
        continue;
      }
      found = true;
      List<String> userIds = new ArrayList<>(reaction.userIds());
      userIds.remove(ownId);
      if (on) {
        userIds.add(ownId);
      }
      if (!userIds.isEmpty()) {
        all.add(new Message.Reaction(emoji, List.copyOf(userIds)));
      }
    }
    if (on && !found) {
      all.add(new Message.Reaction(emoji, List.of(ownId)));
    }
    return List.copyOf(all);
  }
}

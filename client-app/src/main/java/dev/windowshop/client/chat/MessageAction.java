package dev.windowshop.client.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Poll;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something done to a message that the relay has not been told yet. It shows at once.
///
/// @param ordinal its place among all that waits
/// @param value what it says from now on, the emoji, or the places of what is chosen, parted by
///   commas; empty where there is none
record MessageAction(
    long ordinal, String conversationId, String messageId, Kind kind, String value) {
  enum Kind {
    EDIT,
    DELETE,
    HIDE,
    REACT,
    UNREACT,
    PIN,
    UNPIN,
    VOTE,
    CLOSE;

    /// Whether it is done to a poll.
    boolean isOfPoll() {
      return this == VOTE || this == CLOSE;
    }
  }

  /// The places that a vote chooses.
  List<Integer> chosen() {
    return value.isEmpty()
        ? List.of()
        : Arrays.stream(value.split(",")).map(Integer::valueOf).toList();
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
        case VOTE, CLOSE -> shown = polled(shown, action, ownId, now);
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
        case EDIT, HIDE, REACT, UNREACT, VOTE, CLOSE -> {
          // Is pinned as it was.
        }
      }
    }
    return List.copyOf(pins);
  }

  private static Message polled(Message of, MessageAction action, String ownId, Instant now) {
    Poll poll = PollCard.of(of);
    if (poll == null || of.metadata() == null) {
      return of;
    }
    ObjectNode metadata = of.metadata().deepCopy();
    if (action.kind() == Kind.CLOSE) {
      metadata.set("closedAt", Json.tree(now));
    } else {
      List<Integer> chosen = action.chosen();
      metadata.set(
          "votes",
          Json.tree(
              poll.votes().stream()
                  .map(tally -> voted(tally, ownId, chosen.contains(tally.option())))
                  .toList()));
    }
    return new Message(
        of.id(),
        of.conversationId(),
        of.seq(),
        of.change(),
        of.clientId(),
        of.sender(),
        of.type(),
        of.content(),
        of.replyToId(),
        of.attachments(),
        metadata,
        of.reactions(),
        of.createdAt(),
        of.editedAt(),
        of.deletedAt());
  }

  private static Poll.Tally voted(Poll.Tally tally, String ownId, boolean on) {
    List<String> userIds = new ArrayList<>(tally.userIds());
    userIds.remove(ownId);
    if (on) {
      userIds.add(ownId);
    }
    return new Poll.Tally(tally.option(), List.copyOf(userIds));
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

package dev.windowshop.client.app;

import dev.windowshop.client.call.CallReach;
import dev.windowshop.client.chat.Chats;
import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.User;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What calls see of conversations: in which there is somebody to call. Thread-safe.
record TalksForCalls(Chats chats) {
  Live<CallReach> reach() {
    Live<CallReach> reach = new Live<>(CallReach.NOWHERE);
    chats
        .conversations()
        .observe(all -> reach.update(_ -> of(all, Objects.requireNonNullElse(chats.ownId(), ""))));
    return reach;
  }

  static CallReach of(List<Conversation> all, String self) {
    return new CallReach(
        all.stream().collect(Collectors.toUnmodifiableMap(Conversation::id, TalksForCalls::place)),
        all.stream()
            .filter(one -> isIn(one, self) && hasOthers(one, self))
            .map(Conversation::id)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static CallReach.Place place(Conversation conversation) {
    return new CallReach.Place(
        Objects.requireNonNullElse(conversation.name(), ""),
        conversation.avatarUrl(),
        conversation.kind() == ConversationKind.GROUP);
  }

  /// What was said in a group stays when one has left it.
  private static boolean isIn(Conversation conversation, String self) {
    return users(conversation).stream().anyMatch(user -> user.id().equals(self));
  }

  private static boolean hasOthers(Conversation conversation, String self) {
    return users(conversation).stream()
        .anyMatch(user -> !user.id().equals(self) && !isDeleted(user));
  }

  /// As the relay calls whoever has deleted their account.
  private static boolean isDeleted(User user) {
    return user.username().equals("deleted") && user.displayName().equals("Deleted account");
  }

  private static List<User> users(Conversation conversation) {
    return conversation.participants().stream().map(Participant::user).toList();
  }
}

package dev.windowshop.relay.realtime;

/// How rooms are called.
final class Rooms {
  private Rooms() {}

  static String ofUser(String userId) {
    return "user-" + userId;
  }

  static String ofConversation(String conversationId) {
    return "conversation-" + conversationId;
  }
}

package dev.windowshop.relay.chat;

/// Limits of conversations.
///
/// @param memberCeiling the most members that a group's `maxMembers` may name
/// @param contentLength the longest content of a message, UTF-16 units
public record ChatConfig(int memberCeiling, int contentLength) {
  public static final int DEFAULT_MAX_MEMBERS = 10;

  public static ChatConfig defaults() {
    return new ChatConfig(1000, 16_000);
  }
}

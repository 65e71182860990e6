package dev.windowshop.relay.chat;

import java.time.Duration;

/// Limits of conversations.
///
/// @param memberCeiling the most members that a group's `maxMembers` may name
/// @param contentLength the longest content of a message, UTF-16 units
/// @param changeable how long a message can be edited, and deleted for everybody, by its sender
/// @param distinctEmoji how many different reactions a message takes
public record ChatConfig(
    int memberCeiling, int contentLength, Duration changeable, int distinctEmoji) {
  public static final int DEFAULT_MAX_MEMBERS = 10;

  public static ChatConfig defaults() {
    return new ChatConfig(1000, 16_000, Duration.ofDays(1), 20);
  }
}

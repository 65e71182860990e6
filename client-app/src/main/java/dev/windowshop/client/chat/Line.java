package dev.windowshop.client.chat;

import dev.windowshop.protocol.Product;
import org.jspecify.annotations.Nullable;

/// One line of a conversation as it is shown. Equal lines look equal.
public sealed interface Line {
  /// Stays the same while what it shows changes.
  String key();

  /// A new day.
  record Day(String key, String text) implements Line {}

  /// What happened to the group, or a call.
  ///
  /// @param missed whether to draw attention to it
  record Notice(String key, String text, String time, boolean call, boolean missed)
      implements Line {}

  /// Something somebody said.
  ///
  /// @param author shown above the first of theirs in a group; null elsewhere
  /// @param first whether it begins a group of the same sender and minute
  /// @param last whether it ends one: the time stands there
  /// @param product of a card
  /// @param problem why it was refused
  /// @param source null until the relay has it
  record Bubble(
      String key,
      boolean own,
      String senderName,
      @Nullable String avatarUrl,
      @Nullable String author,
      String text,
      @Nullable Product product,
      String time,
      boolean edited,
      boolean deleted,
      boolean first,
      boolean last,
      Delivery delivery,
      @Nullable String problem,
      @Nullable Source source)
      implements Line {}

  /// Which message it is, and whose.
  record Source(String messageId, String senderId) {}

  /// How far one's own message has come.
  enum Delivery {
    /// Of somebody else.
    NONE,
    WAITING,
    SENT,
    DELIVERED,
    READ,
    FAILED
  }
}

package dev.windowshop.client.chat;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Personal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody decides about a conversation for themselves, on all their devices. Kept here until
/// the relay has been told; nothing blocks.
public interface Personals {
  /// By conversation; absent where there is nothing.
  Live<Map<String, Own>> own();

  /// @param until null for as long as it is on
  void mute(String conversationId, boolean on, @Nullable Instant until);

  void pin(String conversationId, boolean on);

  void archive(String conversationId, boolean on);

  void markUnread(String conversationId, boolean on);

  /// @param draft null when there is none any more
  void draft(String conversationId, Personal.@Nullable Draft draft);
}

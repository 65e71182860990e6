package dev.windowshop.client.chat;

import dev.windowshop.protocol.Personal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What only its owner has of a conversation, beside what the conversation itself carries.
///
/// @param unread marked as unread, whatever was read
/// @param mutedUntil muted until then; null without an end, or when it is not muted
/// @param draft what was begun and not sent
public record Own(boolean unread, @Nullable Instant mutedUntil, Personal.@Nullable Draft draft) {
  public static final Own NOTHING = new Own(false, null, null);
}

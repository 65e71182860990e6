package dev.windowshop.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// `PUT /conversations/{id}/personal`: what only its owner sees of a conversation. A null leaves
/// the field as it is.
///
/// @param mutedUntil muted until then; only with `muted`
/// @param unread marked as unread, whatever was read
/// @param draft what was begun; one without content clears it
public record Personal(
    @Nullable Boolean muted,
    @Nullable Instant mutedUntil,
    @Nullable Boolean pinned,
    @Nullable Boolean archived,
    @Nullable Boolean unread,
    @Nullable Draft draft) {

  public record Draft(@Nullable String content, @Nullable String replyToId) {}
}

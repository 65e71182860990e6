package dev.windowshop.relay.story;

import dev.windowshop.protocol.Story;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A story as it is stored.
record StoryRow(
    String id,
    String authorId,
    @Nullable String clientId,
    Story.Type type,
    @Nullable String text,
    @Nullable String background,
    @Nullable String attachmentId,
    Instant createdAt,
    Instant expiresAt) {
  StoryRow as(Story.Type shown) {
    return new StoryRow(
        id, authorId, clientId, shown, text, background, attachmentId, createdAt, expiresAt);
  }
}

package dev.windowshop.client.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One's own status that the relay does not have yet.
///
/// @param clientId made here: sent twice, it is one
/// @param picture path of our own copy
/// @param attachmentId of the picture once the relay has it
/// @param video whether that is a video; null when it is none
/// @param problem why the relay does not want it; null while it waits
public record WaitingStory(
    String clientId,
    @Nullable String text,
    @Nullable String background,
    @Nullable String picture,
    @Nullable String attachmentId,
    Instant createdAt,
    @Nullable String problem,
    @Nullable Boolean video) {

  WaitingStory uploaded(String id) {
    return new WaitingStory(clientId, text, background, picture, id, createdAt, problem, video);
  }

  WaitingStory refused(@Nullable String why) {
    return new WaitingStory(
        clientId, text, background, picture, attachmentId, createdAt, why, video);
  }
}

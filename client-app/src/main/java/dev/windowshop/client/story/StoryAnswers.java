package dev.windowshop.client.story;

import dev.windowshop.protocol.Story;
import java.util.concurrent.CompletableFuture;

/// Writes to the author of a status. Nothing blocks.
@FunctionalInterface
public interface StoryAnswers {
  CompletableFuture<Void> answer(Story story, String text);
}

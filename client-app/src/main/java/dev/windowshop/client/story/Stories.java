package dev.windowshop.client.story;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Story;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What the screens see of statuses. Nothing blocks; what is done here is kept until the relay
/// knows of it.
public interface Stories {
  /// @param ownId null for a guest
  /// @param groups one's own first, then those with something new, the rest, the muted ones; each
  ///   the newest first, the statuses of one person the oldest first
  /// @param waiting one's own that the relay does not have yet
  record Shown(@Nullable String ownId, List<Story.Group> groups, List<WaitingStory> waiting) {
    public static final Shown NOTHING = new Shown(null, List.of(), List.of());
  }

  Live<Shown> shown();

  /// Completes once it is safe on this machine.
  ///
  /// @return fails with what is wrong with it
  CompletableFuture<Void> post(NewStory story);

  void retry(String clientId);

  void discard(String clientId);

  void seen(Story story);

  /// Takes one's own back.
  void remove(String storyId);

  void mute(String authorId, boolean on);

  /// Who has seen one's own, the latest first.
  CompletableFuture<List<Story.Viewer>> viewers(String storyId);

  /// Writes to its author, in the conversation with them. The file of a status' video, for as long
  /// as the status is there.
  CompletableFuture<Path> video(Story story);

  CompletableFuture<Void> answer(Story story, String text);
}

package dev.windowshop.client.video;

import dev.windowshop.client.platform.fx.FxThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A video that is ready to be played.
///
/// @param player paused at its beginning; the caller's to close
/// @param silent whether it plays without its sound, for want of anything to hear it with
record OpenVideo(PlayableFile file, MediaPlayer player, boolean silent) {
  /// A file that the media stack neither takes nor refuses.
  private static final Duration PATIENCE = Duration.seconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(OpenVideo.class);

  /// @param cpu makes the player: the first one loads the media stack
  /// @return on the FX thread, or fails with a [CannotPlayException] or an [IOException]
  static CompletableFuture<OpenVideo> of(Path file, Executor cpu) {
    return open(file, false, cpu)
        .exceptionallyCompose(failure ->
            soundless(failure) ? open(file, true, cpu) : CompletableFuture.failedFuture(failure));
  }

  private static CompletableFuture<OpenVideo> open(Path file, boolean silent, Executor cpu) {
    CompletableFuture<OpenVideo> ready = new CompletableFuture<>();
    cpu.execute(() -> {
      PlayableFile playable = null;
      try {
        playable = silent ? PlayableFile.silent(file) : PlayableFile.of(file);
        MediaPlayer player = new MediaPlayer(new Media(playable.path().toUri().toString()));
        await(new OpenVideo(playable, player, silent), ready);
      } catch (IOException | CannotPlayException e) {
        closed(playable);
        ready.completeExceptionally(e);
      } catch (MediaException e) {
        closed(playable);
        ready.completeExceptionally(new CannotPlayException(e.getType().name(), e));
      } catch (RuntimeException | LinkageError e) {
        // A media stack that can't be loaded is no reason for anything but another program.
        LOG.warn("Videos can't be played in place here", e);
        closed(playable);
        ready.completeExceptionally(new CannotPlayException("no media stack", e));
      }
    });
    return ready;
  }

  private static void await(OpenVideo video, CompletableFuture<OpenVideo> ready) {
    FxThread.run(() -> {
      MediaPlayer player = video.player();
      Runnable look =
          () -> {
            MediaException error = player.getError();
            if (error == null && player.getMedia() != null) {
              error = player.getMedia().getError();
            }
            if (error != null) {
              if (!ready.isDone()) {
                video.close();
              }
              ready.completeExceptionally(new CannotPlayException(error.getType().name(), error));
            } else if (player.getStatus() == MediaPlayer.Status.READY) {
              ready.complete(video);
            }
          };
      player.setOnError(look);
      player.getMedia().setOnError(look);
      player.setOnReady(look);
      player.setOnHalted(look);
      PauseTransition patience = new PauseTransition(PATIENCE);
      patience.setOnFinished(_ -> {
        if (!ready.isDone()) {
          video.close();
          ready.completeExceptionally(new CannotPlayException("says nothing", null));
        }
      });
      patience.play();
      ready.whenComplete((_, _) -> patience.stop());
      look.run();
    });
  }

  /// Whether it may be that there is nothing to hear it with. The media stack does not say so: its
  /// sink gives up while the player is made (`UNKNOWN`) or a little later (`PLAYBACK_HALTED`).
  private static boolean soundless(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof MediaException error) {
        return error.getType() == MediaException.Type.PLAYBACK_HALTED
            || error.getType() == MediaException.Type.UNKNOWN;
      }
    }
    return false;
  }

  private static void closed(@Nullable PlayableFile file) {
    if (file != null) {
      file.close();
    }
  }

  void close() {
    player.dispose();
    file.close();
  }
}

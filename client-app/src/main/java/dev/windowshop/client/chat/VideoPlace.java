package dev.windowshop.client.chat;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.video.Playback;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;

/// What plays in a conversation, or is fetched to be played: one video at a time, for as long as
/// its line is in sight. Lines are made anew whenever something in them changes; this is what they
/// find again. On the FX thread.
final class VideoPlace implements AutoCloseable {
  /// What goes on.
  sealed interface State {
    /// Of which attachment; empty when nothing does.
    String key();
  }

  /// Nothing plays.
  record Nothing() implements State {
    @Override
    public String key() {
      return "";
    }
  }

  /// It comes from the relay.
  ///
  /// @param progress 0 to 1
  record Fetching(String key, DoubleProperty progress, CompletableFuture<Path> file)
      implements State {}

  /// It is here.
  record Showing(String key, Playback playback) implements State {}

  private static final Nothing NOTHING = new Nothing();

  private final ChatContext context;
  private final FileActions files;
  private final Runnable settle;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(NOTHING);
  private final Map<String, Integer> inSight = new HashMap<>();

  /// What this machine could not play.
  private final Set<String> failed = new HashSet<>();

  /// @param settle lays out what changed in the conversation, so that what is in sight is true
  VideoPlace(ChatContext context, FileActions files, Runnable settle) {
    this.context = context;
    this.files = files;
    this.settle = settle;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// Whether it is worth a try: other kinds are nothing for the media stack of any system.
  boolean mayPlay(Line.Media video) {
    boolean known =
        video.local() != null
            || video.mime().equals("video/mp4")
            || video.mime().equals("video/quicktime");
    return known && !failed.contains(video.key());
  }

  void play(Line.Media video) {
    if (!mayPlay(video)) {
      files.open(video);
      return;
    }
    stop();
    // What is fetched may be here already: it is then not seen to be fetched.
    SimpleDoubleProperty progress = new SimpleDoubleProperty();
    CompletableFuture<Path> file =
        context
            .chats()
            .files()
            .fetch(video, part -> FxThread.later(() -> progress.set(Math.max(part, 0))));
    state.set(new Fetching(video.key(), progress, file));
    FxThread.deliver(
        file,
        path -> show(video, path),
        failure -> {
          if (isFetching(video)) {
            state.set(NOTHING);
            if (!(failure instanceof CancellationException)) {
              context.notices().show(FileActions.why(failure));
            }
          }
        });
  }

  private boolean isFetching(Line.Media video) {
    return state.get() instanceof Fetching fetching && fetching.key().equals(video.key());
  }

  private void show(Line.Media video, Path path) {
    if (!isFetching(video)) {
      return;
    }
    context.media().player().pause();
    Playback playback = context.media().videos().play(video.key(), path);
    state.set(new Showing(video.key(), playback));
    playback
        .phase()
        .subscribe(phase -> {
          switch (phase) {
            case OPENING, PLAYING, PAUSED, ENDED -> {}
            case CLOSED -> over(playback);
            case FAILED -> {
              failed.add(video.key());
              over(playback);
              context
                  .notices()
                  .show("This machine can\u2019t play this video here: it opens in your player.");
              files.open(video);
            }
          }
        });
  }

  private void over(Playback playback) {
    if (state.get() instanceof Showing showing && showing.playback() == playback) {
      state.set(NOTHING);
    }
  }

  /// Ends what plays, or comes.
  void stop() {
    switch (state.get()) {
      case Nothing() -> {}
      case Fetching(_, _, CompletableFuture<Path> file) -> {
        state.set(NOTHING);
        file.cancel(false);
      }
      case Showing(_, Playback playback) -> {
        state.set(NOTHING);
        playback.close();
      }
    }
  }

  /// A line with it came into sight.
  void came(String key) {
    inSight.merge(key, 1, Integer::sum);
  }

  /// A line with it went. A new one may take its place, once the conversation is laid out.
  void left(String key) {
    inSight.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    FxThread.later(() -> {
      settle.run();
      if (state.get().key().equals(key) && !inSight.containsKey(key)) {
        stop();
      }
    });
  }

  @Override
  public void close() {
    stop();
  }
}

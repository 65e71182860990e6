package dev.windowshop.client.voice;

import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records one voice message at a time, into a file as it is spoken. Thread-safe.
public final class VoiceRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(VoiceRecorder.class);
  static final int RATE = 16_000;
  private static final int PART = RATE / 25 * 2;
  private static final int LEVELS = 60;

  /// The longest one, so that a forgotten microphone does not fill a disk.
  static final long LONGEST_MILLIS = 15 * 60_000L;

  /// A recording that is being made.
  ///
  /// @param level how loud it is now, 0 to 1
  public record State(boolean recording, long millis, double level) {
    static final State IDLE = new State(false, 0, 0);
  }

  /// @param file for whoever takes it to delete
  /// @param levels 0 to 255
  public record Recorded(Path file, long millis, List<Integer> levels) {}

  private final Microphone microphone;
  private final Live<State> state = new Live<>(State.IDLE);
  private @Nullable Take current;

  public VoiceRecorder(Microphone microphone) {
    this.microphone = microphone;
  }

  public Live<State> state() {
    return state;
  }

  /// @return completes once the microphone is open; fails with a [SoundException] when there is
  ///   none
  public synchronized CompletableFuture<Void> start() {
    cancel();
    Take take = new Take();
    current = take;
    Thread.ofPlatform()
        .name("microphone")
        .daemon()
        .uncaughtExceptionHandler(Workers::uncaught)
        .start(take);
    return take.opened;
  }

  /// Ends it.
  ///
  /// @return what was recorded; null when there was nothing
  public synchronized CompletableFuture<@Nullable Recorded> stop() {
    Take take = current;
    current = null;
    if (take == null) {
      return CompletableFuture.completedFuture(null);
    }
    take.ending = true;
    return take.done;
  }

  /// Ends it and forgets it.
  public void cancel() {
    var unused =
        stop()
            .thenAccept(recorded -> {
              if (recorded != null) {
                delete(recorded.file());
              }
            });
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("left behind: {}", file, e);
    }
  }

  private final class Take implements Runnable {
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Recorded> done = new CompletableFuture<>();
    private volatile boolean ending;

    @Override
    public void run() {
      Path file = null;
      try {
        file = Files.createTempFile("voice", ".wav");
        Recorded recorded = record(file);
        if (recorded == null) {
          delete(file);
        }
        done.complete(recorded);
      } catch (IOException | RuntimeException e) {
        if (file != null) {
          delete(file);
        }
        opened.completeExceptionally(
            e instanceof SoundException
                ? e
                : new SoundException("The recording could not be kept.", e));
        done.complete(null);
      } finally {
        state.set(State.IDLE);
      }
    }

    private @Nullable Recorded record(Path file) throws IOException {
      VoiceLevels levels = new VoiceLevels();
      long bytes = 0;
      try (Microphone.Listening listening = microphone.open(RATE);
          WavFile.Writer writer = new WavFile.Writer(file, RATE)) {
        opened.complete(null);
        state.set(new State(true, 0, 0));
        byte[] part = new byte[PART];
        while (!ending && millis(bytes) < LONGEST_MILLIS) {
          int read = listening.read(part);
          if (read < 1) {
            break;
          }
          writer.write(part, read);
          bytes += read;
          state.set(new State(true, millis(bytes), levels.add(part, read)));
        }
      }
      return bytes == 0 ? null : new Recorded(file, millis(bytes), levels.waveform(LEVELS));
    }

    private static long millis(long bytes) {
      return bytes * 1000 / 2 / RATE;
    }
  }
}

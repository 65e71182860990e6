package dev.windowshop.client.voice;

import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Plays one voice message at a time, at 1, 1.5 or 2 times its speed. Thread-safe.
public final class VoicePlayer implements AutoCloseable {
  private static final int PARTS_A_SECOND = 20;

  /// What is heard.
  ///
  /// @param key of the message; empty when none was played
  /// @param millis where in it, at its own speed
  /// @param problem why it can't be played
  public record State(
      String key, long millis, boolean playing, double speed, @Nullable String problem) {
    static final State IDLE = new State("", 0, false, 1, null);
  }

  private final Speaker speaker;
  private final Live<State> state = new Live<>(State.IDLE);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform()
              .name("speaker")
              .daemon()
              .uncaughtExceptionHandler(Workers::uncaught)
              .factory());

  /// Each thing asked for ends what is being played.
  private final AtomicLong turn = new AtomicLong();

  public VoicePlayer(Speaker speaker) {
    this.speaker = speaker;
  }

  public Live<State> state() {
    return state;
  }

  /// @param from milliseconds at its own speed
  public void play(String key, Path file, long from, double speed) {
    long mine = turn.incrementAndGet();
    execute(() -> played(key, file, from, speed, mine));
  }

  /// Stays where it is.
  public void pause() {
    long mine = turn.incrementAndGet();
    execute(() -> {
      if (turn.get() == mine) {
        state.update(now -> new State(now.key(), now.millis(), false, now.speed(), null));
      }
    });
  }

  private void execute(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException e) {
      state.set(State.IDLE);
    }
  }

  private void played(String key, Path file, long from, double speed, long mine) {
    if (turn.get() != mine) {
      return;
    }
    try {
      WavFile.Sound sound = WavFile.read(file);
      long start = from >= sound.millis() ? 0 : from;
      short[] rest =
          java.util.Arrays.copyOfRange(
              sound.samples(),
              (int) Math.min(sound.samples().length, start * sound.rate() / 1000),
              sound.samples().length);
      short[] samples = TimeStretch.of(rest, sound.rate(), speed);
      state.set(new State(key, start, true, speed, null));
      boolean whole = write(key, samples, sound.rate(), start, speed, mine);
      if (whole) {
        state.set(new State(key, 0, false, speed, null));
      }
    } catch (SoundException | IOException e) {
      String why = e instanceof SoundException ? e.getMessage() : null;
      state.set(new State(key, 0, false, speed, why == null ? "This can't be played." : why));
    }
  }

  /// @return false when something else was asked for meanwhile
  private boolean write(
      String key, short[] samples, int rate, long start, double speed, long mine) {
    int part = rate / PARTS_A_SECOND;
    byte[] bytes = new byte[part * 2];
    try (Speaker.Playing playing = speaker.open(rate)) {
      for (int at = 0; at < samples.length; at += part) {
        if (turn.get() != mine) {
          return false;
        }
        int count = Math.min(part, samples.length - at);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
          buffer.putShort(samples[at + i]);
        }
        playing.write(bytes, count * 2);
        long heard = (long) (playing.heard() * speed * 1000 / rate);
        state.set(new State(key, start + heard, true, speed, null));
      }
      playing.drain();
    }
    return turn.get() == mine;
  }

  @Override
  public void close() {
    turn.incrementAndGet();
    thread.shutdownNow();
  }
}

package dev.windowshop.client.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.TestClient;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceTest {
  @TempDir Path folder;

  /// A tone of 220 Hz that gets louder.
  private static final class Tone implements Microphone.Listening {
    private final AtomicInteger at = new AtomicInteger();
    private final int samples;
    private final CompletableFuture<Void> over;

    Tone(int samples, CompletableFuture<Void> over) {
      this.samples = samples;
      this.over = over;
    }

    @Override
    public int read(byte[] into) {
      int count = Math.min(into.length / 2, samples - at.get());
      for (int i = 0; i < count; i++) {
        int n = at.getAndIncrement();
        double loud = 30_000.0 * n / samples;
        short sample = (short) (loud * Math.sin(2 * Math.PI * 220 * n / VoiceRecorder.RATE));
        into[2 * i] = (byte) sample;
        into[2 * i + 1] = (byte) (sample >> 8);
      }
      if (count < 1) {
        over.complete(null);
      }
      return count * 2;
    }

    @Override
    public void close() {}
  }

  private static final class Ear implements Speaker.Playing {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    @Override
    public synchronized void write(byte[] sound, int length) {
      heard.write(sound, 0, length);
    }

    @Override
    public synchronized long heard() {
      return heard.size() / 2;
    }

    @Override
    public void drain() {}

    @Override
    public void close() {}
  }

  private VoiceRecorder.Recorded record(int seconds) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    VoiceRecorder recorder = new VoiceRecorder(rate -> new Tone(rate * seconds, over));
    recorder.start().join();
    over.join();
    VoiceRecorder.Recorded recorded = recorder.stop().join();
    assertNotNull(recorded);
    return recorded;
  }

  @Test
  void whatWasSpokenIsAFileWithItsLengthAndItsWaveform() throws Exception {
    VoiceRecorder.Recorded recorded = record(3);
    assertEquals(3000, recorded.millis());
    assertEquals(60, recorded.levels().size());
    assertTrue(recorded.levels().getLast() > recorded.levels().getFirst());
    WavFile.Sound sound = WavFile.read(recorded.file());
    assertEquals(VoiceRecorder.RATE, sound.rate());
    assertEquals(3000, sound.millis());
    Files.delete(recorded.file());
  }

  @Test
  void withoutAMicrophoneTheReasonIsSaid() {
    VoiceRecorder recorder =
        new VoiceRecorder(_ -> {
          throw new SoundException("No microphone can be used.", null);
        });
    CompletionException failure =
        assertThrows(CompletionException.class, () -> recorder.start().join());
    assertEquals(
        "No microphone can be used.", Objects.requireNonNull(failure.getCause()).getMessage());
    assertNull(recorder.stop().join());
  }

  @Test
  void twiceAsFastIsHalfAsLongAndNoHigher() {
    short[] tone = new short[VoiceRecorder.RATE * 2];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (short) (12_000 * Math.sin(2 * Math.PI * 220 * i / VoiceRecorder.RATE));
    }
    short[] fast = TimeStretch.of(tone, VoiceRecorder.RATE, 2);
    assertEquals(VoiceRecorder.RATE, fast.length);
    // 220 Hz cross zero 440 times a second, whatever the speed.
    int from = VoiceRecorder.RATE / 4;
    int crossings = 0;
    for (int i = from; i < from * 3; i++) {
      crossings += (fast[i] < 0) != (fast[i + 1] < 0) ? 1 : 0;
    }
    assertEquals(220, crossings, 12);
  }

  @Test
  void itIsHeardFromWhereOneWantsAtOnesOwnSpeed() throws Exception {
    VoiceRecorder.Recorded recorded = record(4);
    Ear ear = new Ear();
    try (VoicePlayer player = new VoicePlayer(_ -> ear)) {
      player.play("one", recorded.file(), 1000, 1.5);
      TestClient.await(player.state(), state -> state.key().equals("one") && !state.playing());
      assertEquals(2000, ear.heard() * 1000.0 / VoiceRecorder.RATE, 5, "3 seconds at 1.5 times");
      player.play("two", Files.write(folder.resolve("x.wav"), new byte[100]), 0, 1);
      VoicePlayer.State state =
          TestClient.await(player.state(), now -> now.key().equals("two") && !now.playing());
      assertNotNull(state.problem());
    }
    Files.delete(recorded.file());
  }
}

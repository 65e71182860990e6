package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A soft tone that swells and fades, ten milliseconds at a time. Each of a few people in a call
/// has another one.
public final class Tone {
  /// Root mean square of the tone, averaged over a swell.
  static final double LEVEL = 0.06;

  private static final Logger LOG = LoggerFactory.getLogger(Tone.class);
  private static final int RATE = 48_000;
  private static final int BLOCK = RATE / 100;
  private static final double PEAK = 0.12;
  private static final long BLOCK_NANOS = 10_000_000;

  private static final double LOWEST = 300;
  private static final int TONES = 16;
  private static final double APART = 60;

  private final double hertz;
  private final CustomAudioSource source = new CustomAudioSource();
  private final ReentrantLock pushing = new ReentrantLock();
  private final Thread thread;
  private volatile boolean muted;
  private volatile boolean closed;

  /// @param owner picks the frequency
  Tone(int owner) {
    hertz = hertz(owner);
    thread = Thread.ofPlatform().name("media-tone").daemon(true).start(this::run);
  }

  /// The frequency of that owner's tone.
  public static double hertz(int owner) {
    return LOWEST + Math.floorMod(owner, TONES) * APART;
  }

  AudioTrackSource source() {
    return source;
  }

  void setMuted(boolean muted) {
    this.muted = muted;
  }

  void whileQuiet(Runnable change) {
    pushing.lock();
    try {
      change.run();
    } finally {
      pushing.unlock();
    }
  }

  private void run() {
    try {
      byte[] block = new byte[BLOCK * 2];
      long due = System.nanoTime();
      for (long at = 0; !closed; at += BLOCK) {
        fill(block, at);
        pushing.lock();
        try {
          if (!closed) {
            source.pushAudio(block, 16, RATE, 1, BLOCK);
          }
        } finally {
          pushing.unlock();
        }
        due = Math.max(due + BLOCK_NANOS, System.nanoTime() - 5 * BLOCK_NANOS);
        while (!closed && due - System.nanoTime() > 0) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
      }
    } catch (RuntimeException | Error e) {
      LOG.error("the tone stopped", e);
    }
  }

  private void fill(byte[] block, long at) {
    for (int i = 0; i < BLOCK; i++) {
      double seconds = (at + i) / (double) RATE;
      double swell = 0.7 + 0.3 * Math.sin(2 * Math.PI * 0.5 * seconds);
      double value = muted ? 0 : PEAK * swell * Math.sin(2 * Math.PI * hertz * seconds);
      int sample = (int) Math.round(value * Short.MAX_VALUE);
      block[2 * i] = (byte) sample;
      block[2 * i + 1] = (byte) (sample >> 8);
    }
  }

  void stop() {
    closed = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// After [#stop] and after the track is disposed.
  void dispose() {
    source.dispose();
  }
}

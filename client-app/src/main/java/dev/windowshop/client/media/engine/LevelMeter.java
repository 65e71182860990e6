package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.audio.AudioTrackSink;
import org.jspecify.annotations.Nullable;

/// How loud somebody is, from their samples. Written by a native thread every 10 ms, read a few
/// times a second.
final class LevelMeter implements AudioTrackSink {
  /// -40 dB: above the noise of a quiet room, below quiet speech.
  private static final double SPEAKING = 0.01;

  private volatile double loudest;
  private volatile long heard;
  private volatile @Nullable ToneMeter tone;

  @Override
  public void onData(
      byte[] data, int bitsPerSample, int sampleRate, int channels, int samplesPerChannel) {
    if (bitsPerSample != 16 || data.length < 2) {
      return;
    }
    heard = heard + 1;
    ToneMeter listening = tone;
    double sum = 0;
    int count = data.length / 2;
    for (int i = 0; i < count; i++) {
      double sample = (short) ((data[2 * i] & 0xff) | data[2 * i + 1] << 8) / 32768.0;
      sum += sample * sample;
      if (listening != null && i % channels == 0) {
        listening.add(sample, sampleRate);
      }
    }
    loudest = Math.max(loudest, Math.sqrt(sum / count));
  }

  /// The loudest moment since the last call, as root mean square, 0 to 1.
  double take() {
    double level = loudest;
    loudest = 0;
    return level;
  }

  /// How many times sound came, silence too.
  long heard() {
    return heard;
  }

  /// Measures from now on how much of the sound is at this frequency.
  void listenFor(double hertz) {
    tone = new ToneMeter(hertz);
  }

  /// 0 to 1; 0 also while nothing was listened for.
  double tone() {
    ToneMeter listening = tone;
    return listening == null ? 0 : listening.share();
  }

  /// For the eye: -50 dB and less is 0, full scale is 1.
  static double shown(double rms) {
    return rms <= 0 ? 0 : Math.clamp(1 + 20 * Math.log10(rms) / 50, 0, 1);
  }

  static boolean speaking(double rms) {
    return rms > SPEAKING;
  }
}

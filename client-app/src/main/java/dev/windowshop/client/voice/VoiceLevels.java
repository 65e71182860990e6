package dev.windowshop.client.voice;

import java.util.ArrayList;
import java.util.List;

/// How loud a recording is, part by part. Not thread-safe.
final class VoiceLevels {
  /// Below this it is silence, in decibels of full scale.
  private static final double SILENCE = -50;

  private final List<Double> peaks = new ArrayList<>();

  /// @return how loud it is, 0 to 1, as loudness is heard
  double add(byte[] sound, int length) {
    int peak = 0;
    for (int i = 0; i + 1 < length; i += 2) {
      int sample = (short) ((sound[i] & 0xFF) | sound[i + 1] << 8);
      peak = Math.max(peak, Math.abs(sample));
    }
    double level = level(peak / 32768.0);
    peaks.add(level);
    return level;
  }

  private static double level(double amplitude) {
    double decibels = amplitude <= 0 ? SILENCE : 20 * Math.log10(amplitude);
    return Math.clamp(1 - decibels / SILENCE, 0, 1);
  }

  /// @return at most so many levels, 0 to 255
  List<Integer> waveform(int most) {
    int count = Math.min(most, peaks.size());
    List<Integer> levels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * peaks.size() / count);
      int to = Math.max(from + 1, (int) ((long) (i + 1) * peaks.size() / count));
      double loudest = peaks.subList(from, to).stream().mapToDouble(one -> one).max().orElse(0);
      levels.add((int) Math.round(loudest * 255));
    }
    return levels;
  }
}

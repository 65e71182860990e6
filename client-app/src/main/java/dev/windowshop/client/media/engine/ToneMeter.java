package dev.windowshop.client.media.engine;

/// How much of a sound's energy is at one frequency, by Goertzel's algorithm over a fifth of a
/// second at a time. Written by a native thread, read a few times a second.
final class ToneMeter {
  private static final int WINDOWS_A_SECOND = 5;

  private final double hertz;
  private volatile double share;
  private int rate;
  private double factor;
  private int count;
  private double energy;
  private double last;
  private double beforeLast;

  ToneMeter(double hertz) {
    this.hertz = hertz;
  }

  /// Of one channel, -1 to 1.
  void add(double sample, int sampleRate) {
    if (sampleRate != rate) {
      rate = sampleRate;
      factor = 2 * Math.cos(2 * Math.PI * hertz / rate);
      begin();
    }
    double now = sample + factor * last - beforeLast;
    beforeLast = last;
    last = now;
    energy += sample * sample;
    if (++count >= rate / WINDOWS_A_SECOND) {
      double power = last * last + beforeLast * beforeLast - factor * last * beforeLast;
      share = energy <= 0 ? 0 : Math.min(1, 2 * power / count / energy);
      begin();
    }
  }

  private void begin() {
    count = 0;
    energy = 0;
    last = 0;
    beforeLast = 0;
  }

  /// Of the last window, 0 to 1: 1 is a pure tone of that frequency, 0 is silence.
  double share() {
    return share;
  }
}

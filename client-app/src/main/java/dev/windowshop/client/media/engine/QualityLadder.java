package dev.windowshop.client.media.engine;

import dev.windowshop.client.media.MediaEvent.Strain;

/// How much is sent, second by second: fewer frames, then a smaller picture, then sound alone; and
/// back again slowly. The library has no such thing for pictures that one pushes oneself.
///
/// It goes down after two bad seconds (at once when nearly nothing arrives) and up a step after ten
/// good ones, or later and later when the last step up did not hold.
final class QualityLadder {
  /// How the last second was.
  ///
  /// @param lost of what one sends, the worst of all peers, 0 to 1
  /// @param roundTripMs the worst of all peers; -1 for not known
  /// @param encodeShare of the time between two pictures that encoding one takes
  record Second(double lost, double roundTripMs, double encodeShare) {
    private Strain strain() {
      if (lost > LOSSY || roundTripMs > OVERLOAD_MS) {
        return Strain.NETWORK;
      }
      return encodeShare > 0.9 ? Strain.COMPUTER : Strain.NONE;
    }

    private boolean isGood() {
      return lost < 0.03 && roundTripMs < 0.75 * OVERLOAD_MS && encodeShare < 0.6;
    }
  }

  static final int AUDIO_ONLY = 4;

  /// More than this is no weather: something cannot keep up.
  private static final double OVERLOAD_MS = 400;

  private static final double LOSSY = 0.1;
  private static final double STARVED = 0.4;
  private static final int BAD = 2;
  private static final int GOOD = 10;
  private static final int LONGEST = 80;

  private int step;
  private Strain strain = Strain.NONE;
  private int bad;
  private int good;
  private int patience = GOOD;
  private int sinceUp = LONGEST;

  /// 0 is everything, [#AUDIO_ONLY] no picture at all.
  int step() {
    return step;
  }

  /// Why it is not everything.
  Strain strain() {
    return step == 0 ? Strain.NONE : strain;
  }

  /// @return whether the step has changed
  boolean after(Second second) {
    sinceUp++;
    Strain now = second.strain();
    if (now == Strain.NONE) {
      bad = 0;
      good = second.isGood() ? good + 1 : 0;
      return up();
    }
    good = 0;
    bad++;
    boolean starved = second.lost() > STARVED;
    // Sound costs next to nothing: only what gets lost takes the whole picture away.
    int lowest = second.lost() > LOSSY ? AUDIO_ONLY : AUDIO_ONLY - 1;
    if (step >= lowest || (bad < BAD && !starved)) {
      return false;
    }
    if (sinceUp < GOOD) {
      patience = Math.min(2 * patience, LONGEST);
    } else if (sinceUp > LONGEST) {
      patience = GOOD;
    }
    bad = 0;
    strain = now;
    step++;
    return true;
  }

  private boolean up() {
    if (step == 0 || good < patience) {
      return false;
    }
    step--;
    good = 0;
    sinceUp = 0;
    return true;
  }

  /// What is sent of a picture that would be this large.
  static VideoSize at(int step, VideoSize full) {
    int fewer = Math.min(15, full.framesPerSecond());
    return switch (step) {
      case 0 -> full;
      case 1 -> new VideoSize(full.width(), full.height(), fewer);
      case 2 -> new VideoSize(smaller(full.width(), 2, 240), smaller(full.height(), 2, 134), fewer);
      default -> new VideoSize(smaller(full.width(), 3, 160), smaller(full.height(), 3, 90), 8);
    };
  }

  private static int smaller(int side, int divisor, int least) {
    return Math.min(side, Math.max(side / divisor, least));
  }
}

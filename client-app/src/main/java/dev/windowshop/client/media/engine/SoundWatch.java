package dev.windowshop.client.media.engine;

/// Notices that the sound server went, and that it or another one came. Looked at every second, by
/// one thread.
final class SoundWatch {
  enum Verdict {
    SAME,
    GONE,
    BACK
  }

  /// Changing over to another device may take a moment too.
  private static final int MOST_STILL = 4;

  private boolean answers;
  private long played = -1;
  private boolean hasPlayed;
  private int still;

  /// @param answers whether there was one at the start
  SoundWatch(boolean answers) {
    this.answers = answers;
  }

  Verdict look(boolean now) {
    boolean before = answers;
    answers = now;
    return before == now ? Verdict.SAME : now ? Verdict.BACK : Verdict.GONE;
  }

  /// Whether the server was replaced so quickly that it was never missed: it answers, and nothing
  /// is played any longer. Said once; what never played is not waited for.
  ///
  /// @param now how much was played so far, negative while there is nothing to play
  boolean isStuck(long now) {
    if (!answers || now < 0) {
      hasPlayed = false;
    } else if (now != played) {
      hasPlayed = now > 0;
      still = 0;
    } else {
      still++;
    }
    played = now;
    boolean isStuck = hasPlayed && still >= MOST_STILL;
    hasPlayed = hasPlayed && !isStuck;
    return isStuck;
  }
}

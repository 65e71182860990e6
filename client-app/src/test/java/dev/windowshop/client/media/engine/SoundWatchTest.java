package dev.windowshop.client.media.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.media.engine.SoundWatch.Verdict;
import org.junit.jupiter.api.Test;

class SoundWatchTest {
  @Test
  void itSaysOnceThatTheServerWentAndThatItCame() {
    SoundWatch watch = new SoundWatch(true);
    assertEquals(Verdict.SAME, watch.look(true));
    assertEquals(Verdict.GONE, watch.look(false));
    assertEquals(Verdict.SAME, watch.look(false));
    assertEquals(Verdict.BACK, watch.look(true));
    assertEquals(Verdict.SAME, watch.look(true));
    assertEquals(Verdict.BACK, new SoundWatch(false).look(true));
  }

  @Test
  void whatPlaysNoLongerThoughTheServerAnswersIsSaidOnce() {
    SoundWatch watch = new SoundWatch(true);
    assertStuckAfter(watch, 7, 7, 7, 7, 7);
    assertFalse(watch.isStuck(7));
    assertFalse(watch.isStuck(7));
  }

  @Test
  void whatNeverPlayedOrHasNothingToPlayIsNotStuck() {
    SoundWatch watch = new SoundWatch(true);
    for (int i = 0; i < 10; i++) {
      assertFalse(watch.isStuck(0));
    }
    assertFalse(watch.isStuck(6));
    for (int i = 0; i < 10; i++) {
      assertFalse(watch.isStuck(-1));
    }
    watch.look(false);
    for (int i = 0; i < 10; i++) {
      assertFalse(watch.isStuck(6));
    }
  }

  /// At the last of them, and not before.
  private static void assertStuckAfter(SoundWatch watch, long... played) {
    for (int i = 0; i < played.length - 1; i++) {
      assertFalse(watch.isStuck(played[i]));
    }
    assertTrue(watch.isStuck(played[played.length - 1]));
  }
}

package dev.windowshop.relay.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CrowdTest {
  private long now;
  private final Crowd crowd = new Crowd(() -> now);

  @Test
  void whatIsSaidInSmallRoomsIsWrittenAtOnce() {
    // Two people who answer each other in no time.
    deliver(2, 1_000);
    assertEquals(0, crowd.getAsLong());
  }

  @Test
  void groupsLieFurtherApartTheMoreIsDelivered() {
    deliver(10, 800);
    long some = crowd.getAsLong();
    deliver(10, 1_500);
    long more = crowd.getAsLong();
    assertTrue(some > millis(5) && some < more, some + " then " + more);
    assertTrue(more < millis(20), "" + more);
  }

  @Test
  void neverFurtherThanNobodyNotices() {
    deliver(1_000, 500);
    assertEquals(millis(20), crowd.getAsLong());
  }

  @Test
  void aPauseEndsIt() {
    deliver(200, 200);
    now += TimeUnit.SECONDS.toNanos(3);
    assertEquals(0, crowd.getAsLong());
  }

  /// For two seconds.
  private void deliver(int receivers, int timesASecond) {
    for (int i = 0; i < 2 * timesASecond; i++) {
      now += TimeUnit.SECONDS.toNanos(1) / timesASecond;
      crowd.delivered(receivers);
    }
  }

  private static long millis(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}

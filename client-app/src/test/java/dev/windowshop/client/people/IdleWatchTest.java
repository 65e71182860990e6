package dev.windowshop.client.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class IdleWatchTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<Boolean> told = new ArrayList<>();
  private final IdleWatch watch = new IdleWatch(Duration.ofMinutes(5), nanos::get, told::add);

  private void after(Duration time) {
    nanos.addAndGet(time.toNanos());
    watch.look();
  }

  @Test
  void whoTouchesNothingForAWhileIsIdleOnce() {
    after(Duration.ofMinutes(4));
    watch.touched();
    after(Duration.ofMinutes(4));
    assertEquals(List.of(), told);
    after(Duration.ofMinutes(1));
    after(Duration.ofMinutes(1));
    assertEquals(List.of(true), told);
  }

  @Test
  void theFirstTouchEndsItAtOnce() {
    after(Duration.ofMinutes(5));
    watch.touched();
    watch.touched();
    assertEquals(List.of(true, false), told);
    after(Duration.ofMinutes(5));
    assertEquals(List.of(true, false, true), told);
  }

  @Test
  void aRelayThatComesBackIsToldAgain() {
    watch.again();
    assertEquals(List.of(), told, "it takes us to be there anyway");
    after(Duration.ofMinutes(5));
    watch.again();
    assertEquals(List.of(true, true), told);
  }
}

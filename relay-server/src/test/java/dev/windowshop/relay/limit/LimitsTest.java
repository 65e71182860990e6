package dev.windowshop.relay.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.testing.SetClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final SetClock clock = new SetClock();

  private Limits limits(String... settings) {
    return new Limits(LimitConfig.parse(List.of(settings)), clock);
  }

  @Test
  void theBurstIsAllowedThenItTakesItsTime() {
    Limits limits = limits("searches=6/1m/2");
    limits.take(Limit.SEARCHES, "ann");
    limits.take(Limit.SEARCHES, "ann");
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> limits.take(Limit.SEARCHES, "ann"));
    assertEquals(ProblemType.RATE_LIMITED, refusal.type());
    assertEquals(10L, refusal.problem().retryAfter());
    assertEquals(
        "Too many searches, too quickly. Try again in 10 seconds.", refusal.problem().detail());
    limits.take(Limit.SEARCHES, "ben");
    clock.advance(Duration.ofSeconds(10));
    limits.take(Limit.SEARCHES, "ann");
    assertEquals(1, limits.refused(Limit.SEARCHES));
    assertEquals(0, limits.refused(Limit.REPORTS));
  }

  @Test
  void whatRunsAgainIsCountedOnce() {
    Limits limits = limits("searches=2/1h");
    Limits.Once once = limits.once(Limit.SEARCHES, "ann");
    once.take();
    once.take();
    once.take();
    limits.take(Limit.SEARCHES, "ann");
    Limits.Once third = limits.once(Limit.SEARCHES, "ann");
    assertThrows(ProblemException.class, third::take);
    assertThrows(ProblemException.class, third::take);
  }

  @Test
  void whatIsOffIsNotCounted() {
    Limits limits = limits("reports=off");
    for (int i = 0; i < 1000; i++) {
      limits.take(Limit.REPORTS, "ann");
    }
  }

  @Test
  void whoeverProvesRightStartsAgain() {
    Limits limits = limits("sign-in-account=2/1h");
    limits.take(Limit.SIGN_IN_ACCOUNT, "ann");
    limits.take(Limit.SIGN_IN_ACCOUNT, "ann");
    limits.forget(Limit.SIGN_IN_ACCOUNT, "ann");
    assertNull(limits.tryTake(Limit.SIGN_IN_ACCOUNT, "ann"));
  }

  @Test
  void manyAtOnceTakeNoMoreThanThereIs() {
    Limits limits = limits("calls=50/1h");
    AtomicInteger taken = new AtomicInteger();
    IntStream.range(0, 2000)
        .parallel()
        .forEach(i -> {
          if (limits.tryTake(Limit.CALLS, "ann") == null) {
            taken.incrementAndGet();
          }
        });
    assertEquals(50, taken.get());
  }

  @Test
  void keysOfAnyLengthAreToldApart() {
    Limits limits = limits("sign-in-account=1/1h");
    String long1 = "x".repeat(100_000);
    assertNull(limits.tryTake(Limit.SIGN_IN_ACCOUNT, long1));
    assertNull(limits.tryTake(Limit.SIGN_IN_ACCOUNT, long1 + "y"));
    assertNotNull(limits.tryTake(Limit.SIGN_IN_ACCOUNT, long1));
  }

  @Test
  void aFloodOfKeysIsForgottenButNotTheOneInUse() {
    Limits limits = limits("sign-up=100/1h");
    for (int i = 0; i < 20 * Limits.MOST_KEYS; i++) {
      limits.tryTake(Limit.SIGN_UP, "address" + i);
      if (i % 1000 == 0) {
        limits.tryTake(Limit.SIGN_UP, "busy");
      }
    }
    assertTrue(limits.remembered(Limit.SIGN_UP) <= Limits.MOST_KEYS);
    assertNotNull(limits.tryTake(Limit.SIGN_UP, "busy"));
  }

  @Test
  void waitsAreSpokenSoThatAPersonUnderstands() {
    assertEquals("a second", Limits.spoken(1));
    assertEquals("59 seconds", Limits.spoken(59));
    assertEquals("5 minutes", Limits.spoken(299));
    assertEquals("2 hours", Limits.spoken(6001));
  }
}

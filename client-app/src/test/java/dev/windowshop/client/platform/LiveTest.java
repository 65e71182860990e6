package dev.windowshop.client.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveTest {
  @Test
  void anObserverGetsTheValueThereIsAndThenEveryChange() {
    Live<String> live = new Live<>("a");
    List<String> seen = new ArrayList<>();
    Subscription subscription = live.observe(seen::add);
    live.set("b");
    live.update(before -> before + "!");
    subscription.close();
    live.set("c");
    assertEquals(List.of("a", "b", "b!"), seen);
  }

  @Test
  void anUpdateThatChangesNothingIsNotToldOf() {
    Live<Integer> live = new Live<>(1);
    List<Integer> seen = new ArrayList<>();
    live.observe(seen::add);
    live.update(before -> 1);
    assertEquals(List.of(1), seen);
  }

  @Test
  void aChangeMadeByAnObserverReachesTheOthersInOrder() {
    Live<Integer> live = new Live<>(0);
    live.observe(value -> {
      if (value == 1) {
        live.set(2);
      }
    });
    List<Integer> seen = new ArrayList<>();
    live.observe(seen::add);
    live.set(1);
    assertEquals(List.of(0, 1, 2), seen);
  }

  @Test
  void oneObserversFailureSparesTheOthers() {
    Live<Integer> live = new Live<>(0);
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
    List<Throwable> failures = new ArrayList<>();
    thread.setUncaughtExceptionHandler((failed, e) -> failures.add(e));
    try {
      List<Integer> seen = new ArrayList<>();
      live.observe(value -> {
        throw new IllegalStateException("no");
      });
      live.observe(seen::add);
      live.set(1);
      assertEquals(List.of(0, 1), seen);
      assertEquals(2, failures.size());
    } finally {
      thread.setUncaughtExceptionHandler(before);
    }
  }

  @Test
  void twoThreadsNeverSwapTheirChanges() throws InterruptedException {
    Live<Integer> live = new Live<>(0);
    List<Integer> seen = java.util.Collections.synchronizedList(new ArrayList<>());
    CountDownLatch all = new CountDownLatch(2001);
    live.observe(value -> {
      seen.add(value);
      all.countDown();
    });
    Runnable add = () -> IntStream.range(0, 1000).forEach(i -> live.update(n -> n + 1));
    Thread one = Thread.ofPlatform().start(add);
    Thread two = Thread.ofPlatform().start(add);
    one.join();
    two.join();
    assertTrue(all.await(5, java.util.concurrent.TimeUnit.SECONDS));
    assertEquals(IntStream.rangeClosed(0, 2000).boxed().toList(), seen);
  }
}

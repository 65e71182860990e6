package dev.windowshop.client.media.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.media.engine.CameraDoor.Outcome;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Cameras that answer, refuse, block and come late.
class CameraDoorTest {
  private final EngineLoop loop = new EngineLoop();
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final CameraDoor door = new CameraDoor(loop, Duration.ofMillis(200), SILENCE);
  private final BlockingQueue<Outcome> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> closed = new LinkedBlockingQueue<>();
  private final CountDownLatch unplugged = new CountDownLatch(1);

  @AfterEach
  void stop() {
    unplugged.countDown();
    loop.stop(() -> {}, Duration.ofSeconds(5));
  }

  @Test
  void aCameraOpensAndClosesInOrder() throws Exception {
    open(() -> camera("first"));
    Outcome.Opened first = assertInstanceOf(Outcome.Opened.class, next());
    loop.post(() -> door.close(first.feed()));
    open(() -> {
      assertEquals("first", closed.poll());
      return camera("second");
    });
    assertInstanceOf(Outcome.Opened.class, next());
  }

  @Test
  void noneAndOneThatRefusesAreMissing() throws Exception {
    open(() -> null);
    assertInstanceOf(Outcome.Missing.class, next());
    open(() -> {
      throw new LinkageError("busy");
    });
    assertInstanceOf(Outcome.Missing.class, next());
  }

  @Test
  void oneThatBlocksKeepsNobodyWaitingAndAnotherOneOpens() throws Exception {
    open(this::blocked);
    assertInstanceOf(Outcome.Hangs.class, next());
    open(() -> camera("other"));
    assertInstanceOf(Outcome.Opened.class, next());

    // The first one comes after all.
    unplugged.countDown();
    Outcome.Opened late = assertInstanceOf(Outcome.Opened.class, next());
    loop.post(() -> door.close(late.feed()));
    assertEquals("late", closed.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void whatOpensForNobodyIsClosed() throws Exception {
    loop.post(() -> door.open(this::blocked, told::add).leave());
    unplugged.countDown();
    assertEquals("late", closed.poll(30, TimeUnit.SECONDS));
    assertNull(told.poll());
  }

  @Test
  void theEndDoesNotWaitForOneThatHangs() throws Exception {
    open(this::blocked);
    assertInstanceOf(Outcome.Hangs.class, next());
    BlockingQueue<Boolean> all = new LinkedBlockingQueue<>();
    loop.post(() -> all.add(door.awaitClosed(Duration.ofSeconds(30))));
    assertFalse(all.take());
  }

  @Test
  void theEndWaitsForTheOthers() throws Exception {
    open(() -> camera("one"));
    Outcome.Opened one = assertInstanceOf(Outcome.Opened.class, next());
    BlockingQueue<Boolean> all = new LinkedBlockingQueue<>();
    loop.post(() -> {
      door.close(one.feed());
      all.add(door.awaitClosed(Duration.ofSeconds(30)));
    });
    assertTrue(all.take());
    assertEquals("one", closed.poll());
  }

  @Test
  void oneThatGivesNoPictureAnyLongerIsGivenUp() throws Exception {
    AtomicLong silence = new AtomicLong(SILENCE.toMillis());
    BlockingQueue<CameraDoor.Visitor> visitor = new LinkedBlockingQueue<>();
    loop.post(() -> visitor.add(door.open(() -> falteringCamera(silence), told::add)));
    CameraDoor.Visitor having = visitor.take();
    assertInstanceOf(Outcome.Opened.class, next());
    look(having);
    assertNull(told.poll(), "it was given up at the limit, not after it");

    silence.set(SILENCE.toMillis() + 1);
    look(having);
    assertInstanceOf(Outcome.Hangs.class, next());
    assertEquals("faltering", closed.poll(30, TimeUnit.SECONDS));

    // Once is enough.
    look(having);
    assertNull(told.poll());
    open(() -> camera("other"));
    assertInstanceOf(Outcome.Opened.class, next());
    assertNull(closed.poll());
  }

  @Test
  void whoLeavesLeavesNoCameraOpenAndHearsOfItNoMore() throws Exception {
    AtomicLong silence = new AtomicLong(SILENCE.toMillis() + 1);
    BlockingQueue<CameraDoor.Visitor> visitor = new LinkedBlockingQueue<>();
    loop.post(() -> visitor.add(door.open(() -> falteringCamera(silence), told::add)));
    CameraDoor.Visitor leaving = visitor.take();
    assertInstanceOf(Outcome.Opened.class, next());
    loop.post(leaving::leave);
    assertEquals("faltering", closed.poll(30, TimeUnit.SECONDS));
    look(leaving);
    assertNull(told.poll());
  }

  /// Returns when the engine's thread has looked.
  private void look(CameraDoor.Visitor visitor) throws InterruptedException {
    CountDownLatch looked = new CountDownLatch(1);
    loop.post(() -> {
      visitor.look();
      looked.countDown();
    });
    assertTrue(looked.await(30, TimeUnit.SECONDS));
  }

  private Feed falteringCamera(AtomicLong silence) {
    return new Feed() {
      @Override
      public Duration silence() {
        return Duration.ofMillis(silence.get());
      }

      @Override
      public void close() {
        closed.add("faltering");
      }
    };
  }

  private void open(Supplier<@Nullable Feed> camera) {
    loop.post(() -> door.open(camera, told::add));
  }

  private Outcome next() throws InterruptedException {
    Outcome outcome = told.poll(30, TimeUnit.SECONDS);
    if (outcome == null) {
      throw new AssertionError("nothing came of it");
    }
    return outcome;
  }

  private Feed camera(String name) {
    return () -> closed.add(name);
  }

  private Feed blocked() {
    try {
      unplugged.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return camera("late");
  }
}

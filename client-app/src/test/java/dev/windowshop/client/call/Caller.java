package dev.windowshop.client.call;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.media.frames.FrameReader;
import dev.windowshop.client.media.frames.PictureStamp;
import dev.windowshop.client.media.process.ChildMediaEngine;
import dev.windowshop.client.media.process.MediaProcessConfig;
import dev.windowshop.client.net.ConnectionState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Somebody with an app without a window: the real service, socket and media process. Each has a
/// drawn picture with their own number in it.
final class Caller implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final TestClient client;
  private final ChildMediaEngine engine;
  private final CallService service;
  private final int stamp;
  private volatile long mediaPid;
  private @Nullable Path watched;
  private @Nullable FrameReader reader;

  Caller(Path folder, String relay, String name, int stamp) {
    this.stamp = stamp;
    client = new TestClient(folder.resolve(name), relay);
    engine = new ChildMediaEngine(MediaProcessConfig.standard(SoundAccess.TONE));
    engine.onEvent(event -> {
      if (event instanceof MediaEvent.Ready ready) {
        mediaPid = ready.pid();
      }
    });
    service = new CallService(client.core().socket(), engine, LocalSources.demo(stamp));
    client.signUp(name);
    TestClient.await(client.core().socket().state(), ConnectionState.Online.class::isInstance);
  }

  CallService service() {
    return service;
  }

  TestClient client() {
    return client;
  }

  int stamp() {
    return stamp;
  }

  long mediaPid() {
    return mediaPid;
  }

  String userId() {
    Account account = client.core().account().account().value();
    String id = account == null ? null : account.userId();
    if (id == null) {
      throw new AssertionError("not signed in");
    }
    return id;
  }

  <T extends CallState> T await(Class<T> phase) {
    return await(phase, state -> true);
  }

  <T extends CallState> T await(Class<T> phase, Predicate<T> wanted) {
    return phase.cast(
        TestClient.await(
            service.state(), state -> phase.isInstance(state) && wanted.test(phase.cast(state))));
  }

  /// Waits for this many different pictures of the only other one.
  void awaitPicturesOf(Caller other, int count) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    PictureStamp[] last = new PictureStamp[1];
    int[] different = new int[1];
    while (System.nanoTime() < end) {
      FrameReader current = current();
      if (current != null) {
        current.next((width, height, captured, number, bgra) -> {
          PictureStamp seen = PictureStamp.read(width, height, bgra);
          if (seen != null && seen.owner() == other.stamp && !seen.equals(last[0])) {
            last[0] = seen;
            different[0]++;
          }
        });
      }
      if (different[0] >= count) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    throw new AssertionError(
        "saw " + different[0] + " pictures of " + other.stamp + " in " + service.state().value());
  }

  /// Pictures that are there already do not count for what is awaited next.
  void lookAway() {
    close(reader);
    reader = null;
  }

  private @Nullable FrameReader current() throws IOException {
    CallState state = service.state().value();
    Room room = state == null ? null : state.currentRoom();
    Path frames = room == null || room.peers().isEmpty() ? null : room.peers().getFirst().frames();
    if (frames != null && !frames.equals(watched)) {
      FrameReader opened = FrameReader.open(frames);
      close(reader);
      watched = frames;
      reader = opened;
    }
    return reader;
  }

  private static void close(@Nullable FrameReader reader) {
    if (reader != null) {
      reader.close();
    }
  }

  @Override
  public void close() {
    service.close();
    engine.close();
    client.close();
    close(reader);
  }
}

package dev.windowshop.client.media.process;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEngine;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.client.media.frames.FrameReader;
import dev.windowshop.client.media.frames.PictureStamp;
import dev.windowshop.protocol.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One side of a call of two, in place of the call feature and the relay: hands what one engine
/// wants signalled to the other, and joins again with a new session when its engine was restarted.
final class Seat implements AutoCloseable {
  static final String CALL = "call";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  final MediaEngine engine;
  private final String user;
  private final LocalSources sources;
  private final Call.Media media;
  private final LinkedBlockingQueue<MediaEvent> unseen = new LinkedBlockingQueue<>();
  private final List<MediaEvent> seen = new CopyOnWriteArrayList<>();
  private volatile long session;
  private volatile @Nullable Seat other;
  private volatile @Nullable FrameReader theirs;
  private volatile @Nullable FrameReader own;

  Seat(String user, MediaEngine engine, LocalSources sources, Call.Media media) {
    this.media = media;
    this.user = user;
    this.engine = engine;
    this.sources = sources;
    engine.onEvent(this::on);
  }

  static void call(Seat first, Seat second) {
    first.other = second;
    second.other = first;
    first.open();
    second.join();
  }

  private PeerKey key() {
    return new PeerKey(user, session);
  }

  private Seat other() {
    Seat seat = other;
    if (seat == null) {
      throw new AssertionError(user + " sits alone");
    }
    return seat;
  }

  private void open() {
    session++;
    engine.send(
        new MediaCommand.OpenCall(
            CALL, media, List.of(), false, media == Call.Media.VIDEO, false, sources));
  }

  /// The newcomer offers; the larger user id is polite.
  void join() {
    open();
    Seat peer = other();
    peer.engine.send(
        new MediaCommand.AddPeer(CALL, key(), peer.session, false, peer.user.compareTo(user) > 0));
    engine.send(
        new MediaCommand.AddPeer(CALL, peer.key(), session, true, user.compareTo(peer.user) > 0));
  }

  private void on(MediaEvent event) {
    switch (event) {
      case MediaEvent.LocalDescription local ->
          other()
              .engine
              .send(
                  new MediaCommand.RemoteDescription(
                      CALL, new PeerKey(user, local.mySession()), local.description()));
      case MediaEvent.LocalCandidate local ->
          other()
              .engine
              .send(
                  new MediaCommand.RemoteCandidate(
                      CALL, new PeerKey(user, local.mySession()), local.candidate()));
      case MediaEvent.TileOpened tile -> watch(tile);
      case MediaEvent.Restarted _ -> join();
      default -> {}
    }
    seen.add(event);
    unseen.add(event);
  }

  private void watch(MediaEvent.TileOpened tile) {
    try {
      FrameReader reader = FrameReader.open(tile.frames());
      if (tile.peer() == null) {
        own = reader;
      } else {
        theirs = reader;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits for the next event of the kind that has not been waited for.
  <T extends MediaEvent> T await(Class<T> kind, Predicate<T> wanted) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < end) {
      MediaEvent event = unseen.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (kind.isInstance(event) && wanted.test(kind.cast(event))) {
        return kind.cast(event);
      }
    }
    throw new AssertionError(user + " never saw " + kind.getSimpleName() + " in " + seen);
  }

  <T extends MediaEvent> T await(Class<T> kind) throws InterruptedException {
    return await(kind, _ -> true);
  }

  void awaitConnected() throws InterruptedException {
    await(MediaEvent.PeerState.class, one -> one.connection() == MediaEvent.Connection.CONNECTED);
  }

  /// Waits until the tile has shown some different pictures of that owner.
  ///
  /// @return the stamp of the last one
  PictureStamp awaitTheirPictures(int owner, int count) throws InterruptedException {
    return awaitPictures(false, owner, count);
  }

  PictureStamp awaitOwnPictures(int owner, int count) throws InterruptedException {
    return awaitPictures(true, owner, count);
  }

  private PictureStamp awaitPictures(boolean mine, int owner, int count)
      throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    PictureStamp[] last = new PictureStamp[1];
    int[] different = new int[1];
    while (System.nanoTime() < end) {
      FrameReader reader = mine ? own : theirs;
      if (reader != null) {
        reader.next((width, height, _, _, bgra) -> {
          PictureStamp stamp = PictureStamp.read(width, height, bgra);
          if (stamp != null && stamp.owner() == owner && !stamp.equals(last[0])) {
            last[0] = stamp;
            different[0]++;
          }
        });
      }
      if (different[0] >= count && last[0] != null) {
        return last[0];
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    throw new AssertionError(user + " saw " + different[0] + " pictures of " + owner);
  }

  /// Waits until the other's picture is no wider; a busy machine makes it smaller still.
  void awaitTheirWidthAtMost(int width) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    int[] last = {Integer.MAX_VALUE};
    while (last[0] > width && System.nanoTime() < end) {
      FrameReader reader = theirs;
      if (reader != null) {
        reader.next((now, _, _, _, _) -> last[0] = now);
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
    if (last[0] > width) {
      throw new AssertionError(user + " saw a width of " + last[0] + ", not " + width);
    }
  }

  PeerKey otherKey() {
    return other().key();
  }

  /// Only what comes from now on can be waited for.
  void forgetEvents() {
    unseen.clear();
  }

  /// Forgets the pictures of the connection so far.
  void lookAway() {
    theirs = null;
  }

  @Override
  public void close() {
    engine.close();
  }
}

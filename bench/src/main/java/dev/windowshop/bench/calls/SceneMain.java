package dev.windowshop.bench.calls;

import dev.windowshop.client.media.MediaEngine;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.media.process.ChildMediaEngine;
import dev.windowshop.client.media.process.MediaProcessConfig;
import dev.windowshop.protocol.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The process of one scene: reads it from a line, measures, answers with a line, and ends.
final class SceneMain {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int OWN = 0;

  private SceneMain() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream answers = System.out;
    System.setOut(System.err);
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    Seen seen = measure(Json.mapper().readValue(line, Scene.class));
    answers.println(new String(Json.encodeBytes(seen), StandardCharsets.UTF_8));
    answers.flush();
    // The bare library is not taken down in order.
    Runtime.getRuntime().halt(0);
  }

  private static Seen measure(Scene scene) throws Exception {
    Glass glass = new Glass();
    AtomicLong media = new AtomicLong();
    AtomicLong peers = new AtomicLong();
    AtomicInteger step = new AtomicInteger();
    try (MediaEngine others = new ChildMediaEngine(MediaProcessConfig.standard(SoundAccess.TONE));
        MediaEngine one = one(scene)) {
      others.onEvent(event -> {
        if (event instanceof MediaEvent.Ready ready) {
          peers.set(ready.pid());
        } else if (event instanceof MediaEvent.TileOpened tile && tile.peer() == null) {
          glass.camera(stamp(tile.callId()), open(tile));
        }
      });
      one.onEvent(event -> {
        switch (event) {
          case MediaEvent.Ready ready -> media.set(ready.pid());
          case MediaEvent.TileOpened tile -> {
            PeerKey peer = tile.peer();
            glass.film(peer == null ? OWN : stamp(peer.userId()), open(tile));
          }
          case MediaEvent.Quality quality -> step.set(quality.step());
          case MediaEvent.Died died -> throw new IllegalStateException(died.reason());
          default -> {}
        }
      });
      new Mesh(one, others, scene).connect();
      awaitPictures(scene, one, glass);
      glass.look(Duration.ofSeconds(scene.warmUp()).toNanos());
      return look(scene, glass, media.get(), peers.get(), step);
    }
  }

  private static MediaEngine one(Scene scene) {
    return scene.bare()
        ? new BareEngine(7, scene.width(), scene.height(), scene.framesPerSecond())
        : new ChildMediaEngine(MediaProcessConfig.standard(SoundAccess.TONE));
  }

  private static void awaitPictures(Scene scene, MediaEngine one, Glass glass) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int wanted = scene.people() - 1;
    while (!glass.hasSeen(wanted)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("not everybody was ever seen");
      }
      glass.look(Duration.ofMillis(100).toNanos());
      if (one instanceof BareEngine bare) {
        for (int peer = 1; peer < scene.people(); peer++) {
          BareFilm film = bare.film(Mesh.name(peer));
          if (film != null) {
            glass.film(Mesh.FIRST_STAMP + peer, film);
          }
        }
      }
    }
    if (one instanceof BareEngine bare) {
      BareFilm own = bare.film("");
      if (own != null) {
        glass.film(OWN, own);
      }
      bare.startSound();
    }
  }

  private static Seen look(Scene scene, Glass glass, long media, long peers, AtomicInteger step)
      throws IOException {
    long self = ProcessHandle.current().pid();
    List<Duration> before = List.of(Machine.cpu(self), Machine.cpu(media), Machine.cpu(peers));
    glass.begin();
    long start = System.nanoTime();
    glass.look(Duration.ofSeconds(scene.seconds()).toNanos());
    double took = (System.nanoTime() - start) / 1e9;
    return new Seen(
        share(self, before.get(0), took),
        media == 0 ? 0 : share(media, before.get(1), took),
        share(peers, before.get(2), took),
        Machine.residentMb(self),
        media == 0 ? 0 : Machine.residentMb(media),
        glass.counts().stream().map(count -> count / took).toList(),
        glass.ages(),
        glass.width(),
        step.get());
  }

  private static double share(long pid, Duration before, double seconds) {
    return Machine.cpu(pid).minus(before).toNanos() / 1e7 / seconds;
  }

  private static int stamp(String name) {
    return Mesh.FIRST_STAMP + Integer.parseInt(name.substring("peer".length()));
  }

  private static Film open(MediaEvent.TileOpened tile) {
    try {
      return Film.of(tile.frames());
    } catch (IOException e) {
      System.err.println("no pictures in " + tile.frames() + ": " + e);
      return sink -> {};
    }
  }
}

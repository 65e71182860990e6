package dev.windowshop.client.call;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.media.process.ChildMediaEngine;
import dev.windowshop.client.media.process.MediaProcessConfig;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.platform.Live;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Somebody with an app without a window: the real service, socket and media process. Each has a
/// drawn picture with their own number in it.
final class Caller implements AutoCloseable {
  private final TestClient client;
  private final ChildMediaEngine engine;
  private final CallService service;
  private final PictureWatch watch;
  private final int stamp;
  private final String name;
  private final String relay;
  private final MediaProcessConfig config;
  private final Live<Map<String, Double>> tones = new Live<>(Map.of());
  private volatile long mediaPid;

  Caller(Path folder, String relay, String name, int stamp) {
    this(folder, relay, name, stamp, SoundAccess.TONE, Map.of());
  }

  /// Several on one machine send small pictures.
  static Caller inGroup(Path folder, String relay, String name, int stamp, SoundAccess sound) {
    return inGroup(folder, relay, name, stamp, sound, Map.of());
  }

  /// The same with a display, or a sound server, of their own.
  static Caller inGroup(
      Path folder,
      String relay,
      String name,
      int stamp,
      SoundAccess sound,
      Map<String, String> environment) {
    return new Caller(folder, relay, name, stamp, sound, environment).small();
  }

  /// One whose media process ends soon after the call.
  static Caller soonAtRest(Path folder, String relay, String name, int stamp) {
    MediaProcessConfig usual = MediaProcessConfig.standard(SoundAccess.LISTENING);
    MediaProcessConfig soon =
        new MediaProcessConfig(
            usual.sound(), Duration.ofSeconds(1), usual.silence(), usual.tcp(), Map.of());
    return new Caller(folder.resolve(name), relay, name, stamp, soon, client -> client.signUp(name))
        .small();
  }

  /// The same person on another device, with a picture of its own.
  Caller onAnotherDevice(Path folder, int otherStamp) {
    return new Caller(
            folder,
            relay,
            name,
            otherStamp,
            config,
            client -> client.core().account().signIn(name, "a good password").join())
        .small();
  }

  private Caller small() {
    engine.onEvent(event -> {
      if (event instanceof MediaEvent.LocalMedia media) {
        engine.send(new MediaCommand.SetVideoSize(media.callId(), 320, 180, 8));
      }
    });
    return this;
  }

  private Caller(
      Path folder,
      String relay,
      String name,
      int stamp,
      SoundAccess sound,
      Map<String, String> environment) {
    this(
        folder.resolve(name),
        relay,
        name,
        stamp,
        MediaProcessConfig.standard(sound, environment),
        client -> client.signUp(name));
  }

  private Caller(
      Path folder,
      String relay,
      String name,
      int stamp,
      MediaProcessConfig config,
      Consumer<TestClient> enter) {
    this.stamp = stamp;
    client = new TestClient(folder, relay);
    this.config = config;
    engine = new ChildMediaEngine(config);
    engine.onEvent(event -> {
      if (event instanceof MediaEvent.Ready ready) {
        mediaPid = ready.pid();
      } else if (event instanceof MediaEvent.Levels levels) {
        tones.set(
            levels.levels().stream()
                .filter(one -> one.peer() != null)
                .collect(Collectors.toMap(one -> userId(one), MediaEvent.Level::tone)));
      }
    });
    service =
        new CallService(
            client.core().socket(),
            engine,
            LocalSources.demo(stamp),
            new Unheard(client.core().settings()));
    watch = new PictureWatch(service);
    this.name = name;
    this.relay = relay;
    enter.accept(client);
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

  Desk awaitDesk(Predicate<Desk> wanted) {
    return TestClient.await(service.desk(), wanted);
  }

  /// Waits for this many different pictures of another one.
  void awaitPicturesOf(Caller other, int count) throws IOException {
    watch.await(other.userId(), other.stamp, count);
  }

  /// As [#awaitPicturesOf], of what they share.
  void awaitScreenOf(Caller other, int theirs, int count) throws IOException {
    watch.awaitScreen(other.userId(), theirs, count);
  }

  /// Waits until what they share has this colour.
  void awaitScreenOf(Caller other, Color colour) throws IOException {
    watch.awaitScreen(other.userId(), colour);
  }

  /// Waits until so much of what comes from them, 0 to 1, is at this frequency.
  void awaitTone(Caller other, double hertz, DoublePredicate wanted) {
    CallState.Active active =
        await(CallState.Active.class, now -> now.room().peer(other.userId()) != null);
    Peer peer = active.room().peer(other.userId());
    if (peer == null) {
      throw new AssertionError("gone");
    }
    engine.send(new MediaCommand.ListenFor(active.room().callId(), peer.key(), hertz));
    TestClient.await(
        tones,
        now -> {
          Double share = now.get(other.userId());
          return share != null && wanted.test(share);
        });
  }

  private static String userId(MediaEvent.Level level) {
    PeerKey peer = level.peer();
    return peer == null ? "" : peer.userId();
  }

  /// As of a [Caller], for one who is none.
  void awaitPictures(String userId, int theirs, int count) throws IOException {
    watch.await(userId, theirs, count);
  }

  /// Pictures that are there already do not count for what is awaited next.
  void lookAway() {
    watch.lookAway();
  }

  @Override
  public void close() {
    service.close();
    engine.close();
    client.close();
    watch.close();
  }
}

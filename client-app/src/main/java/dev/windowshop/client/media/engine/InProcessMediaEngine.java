package dev.windowshop.client.media.engine;

import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEngine;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.client.media.SoundAccess;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The engine in this process. Make one a process; a window uses `ChildMediaEngine`, whose child
/// runs this.
public final class InProcessMediaEngine implements MediaEngine {
  private static final Logger LOG = LoggerFactory.getLogger(InProcessMediaEngine.class);
  static final String SOUND_IS_BACK = "The sound is back.";

  private static final Duration CAMERA_LIMIT = Duration.ofSeconds(5);
  private static final Duration CAMERA_CLOSE_LIMIT = Duration.ofMillis(1500);
  private static final long UNPACKED_BYTES = 32L << 20;
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(3);

  private final EngineLoop loop = new EngineLoop();
  private final Path folder;
  private final CameraDoor door = new CameraDoor(loop, CAMERA_LIMIT, CAMERA_LIMIT);
  private final Desktop desktop = Desktop.ofThisMachine();
  private final ScreenList screens;
  private final Map<String, CallMedia> calls = new HashMap<>();
  private @Nullable NativeMedia natives;
  private boolean closed;

  /// @param folder takes the frame files; the caller removes it
  public InProcessMediaEngine(Path folder) {
    this.folder = folder;
    screens = new ScreenList(loop, folder, desktop);
  }

  /// Loads the native library and tells [MediaEvent.Ready], or [MediaEvent.Died] when it cannot.
  public void start(SoundAccess sound, long generation) {
    loop.post(() -> {
      try {
        natives = NativeMedia.open(sound);
      } catch (RuntimeException | LinkageError e) {
        LOG.error("the native media library does not work here", e);
        loop.emit(new MediaEvent.Died(whyNot(), false));
        return;
      }
      loop.every(Duration.ofSeconds(1), () -> calls.values().forEach(CallMedia::readStats));
      NetworkWatch network = new NetworkWatch(NetworkWatch::ofThisMachine);
      loop.every(
          Duration.ofSeconds(2),
          () -> {
            if (!calls.isEmpty() && network.hasNew()) {
              calls.values().forEach(CallMedia::networkChanged);
              loop.emit(new MediaEvent.NetworkChanged());
            }
          });
      NativeMedia opened = natives;
      DeviceWatch devices = new DeviceWatch(() -> DeviceList.read(opened));
      SoundWatch server = new SoundWatch(opened.hasDevices());
      loop.every(
          Duration.ofSeconds(1),
          () -> {
            if (opened.wantsDevices()) {
              lookAt(server, opened);
            }
          });
      loop.every(Duration.ofSeconds(2), () -> lookAt(devices));
      loop.every(Duration.ofMillis(200), () -> calls.values().forEach(CallMedia::readLevels));
      loop.emit(new MediaEvent.Ready(generation, ProcessHandle.current().pid()));
    });
  }

  /// The library is unpacked at each start.
  private static String whyNot() {
    File temporary = new File(System.getProperty("java.io.tmpdir"));
    return temporary.getUsableSpace() < UNPACKED_BYTES
        ? "the disk is full"
        : "the media library does not work here";
  }

  private void lookAt(SoundWatch server, NativeMedia media) {
    switch (server.look(NativeMedia.soundServer())) {
      case SAME -> {}
      case GONE -> soundLost(media);
      case BACK -> soundIsBack();
    }
    long played = calls.values().stream().mapToLong(CallMedia::played).max().orElse(-1);
    if (server.isStuck(played)) {
      soundIsBack();
    }
  }

  private void soundLost(NativeMedia media) {
    LOG.warn("the sound server is gone");
    media.lose();
    calls.values().forEach(CallMedia::soundLost);
  }

  /// Only a new process gets at it.
  private void soundIsBack() {
    LOG.info("the sound server is back");
    loop.emit(new MediaEvent.Died(SOUND_IS_BACK, true));
  }

  private void lookAt(DeviceWatch devices) {
    if (calls.isEmpty()) {
      devices.rest();
      return;
    }
    MediaEvent.Devices now = devices.changed();
    if (now != null) {
      loop.emit(now);
      calls.values().forEach(call -> call.devicesChanged(now));
    }
  }

  @Override
  public void onEvent(Consumer<MediaEvent> listener) {
    loop.listen(listener);
  }

  @Override
  public void send(MediaCommand command) {
    loop.post(() -> handle(command));
  }

  /// How long the engine's thread has been in one piece of work; a watchdog's measure.
  public long busyMillis() {
    return loop.busyMillis();
  }

  private void handle(MediaCommand command) {
    NativeMedia media = natives;
    if (media == null || closed) {
      return;
    }
    switch (command) {
      case MediaCommand.OpenCall open -> open(media, open);
      case MediaCommand.CloseCall close -> close(close.callId());
      case MediaCommand.SetSharing set -> call(set.callId(), call -> call.setSharing(set.source()));
      case MediaCommand.ListScreens _ -> screens.look();
      case MediaCommand.ListDevices _ -> loop.emit(DeviceList.read(media));
      case MediaCommand.AddPeer add -> call(add.callId(), call -> call.addPeer(add));
      case MediaCommand.RemovePeer remove ->
          call(remove.callId(), call -> call.removePeer(remove.peer()));
      case MediaCommand.RemoteDescription remote ->
          link(remote.callId(), remote.peer(), link -> link.remote(remote.description()));
      case MediaCommand.RemoteCandidate remote ->
          link(remote.callId(), remote.peer(), link -> link.candidate(remote.candidate()));
      case MediaCommand.RestartIce restart ->
          link(restart.callId(), restart.peer(), PeerLink::restartIce);
      case MediaCommand.SetMuted set -> call(set.callId(), call -> call.setMuted(set.muted()));
      case MediaCommand.SetHeld set -> call(set.callId(), call -> call.setHeld(set.held()));
      case MediaCommand.SetHand set -> call(set.callId(), call -> call.setHand(set.raised()));
      case MediaCommand.React react -> call(react.callId(), call -> call.react(react.emoji()));
      case MediaCommand.SetDeaf set ->
          link(set.callId(), set.peer(), link -> link.setDeaf(set.deaf()));
      case MediaCommand.ListenFor listen ->
          link(listen.callId(), listen.peer(), link -> link.meter().listenFor(listen.hertz()));
      case MediaCommand.SetCamera set -> call(set.callId(), call -> call.setCamera(set.on()));
      case MediaCommand.SetVideoSize set ->
          call(
              set.callId(),
              call ->
                  call.setSize(new VideoSize(set.width(), set.height(), set.framesPerSecond())));
      case MediaCommand.SetMeter set -> call(set.callId(), call -> call.setMeter(set.on()));
      case MediaCommand.SetSources set ->
          call(set.callId(), call -> call.setSources(set.sources()));
    }
  }

  private void open(NativeMedia media, MediaCommand.OpenCall command) {
    if (calls.containsKey(command.callId())) {
      return;
    }
    try {
      calls.put(command.callId(), new CallMedia(loop, media, door, desktop, folder, command));
    } catch (RuntimeException | Error e) {
      LOG.error("a call's media did not open", e);
      loop.emit(new MediaEvent.Failed(command.callId(), "they did not start"));
    }
  }

  private void close(String callId) {
    CallMedia call = calls.remove(callId);
    if (call != null) {
      call.close();
    }
  }

  private void call(String callId, Consumer<CallMedia> work) {
    CallMedia call = calls.get(callId);
    if (call != null) {
      work.accept(call);
    }
  }

  private void link(String callId, PeerKey peer, Consumer<PeerLink> work) {
    CallMedia call = calls.get(callId);
    PeerLink link = call == null ? null : call.peer(peer);
    if (link != null) {
      work.accept(link);
    }
  }

  @Override
  public void close() {
    if (!loop.stop(this::release, CLOSE_LIMIT)) {
      LOG.warn("the media engine did not close in time");
    }
  }

  private void release() {
    if (closed) {
      return;
    }
    closed = true;
    List.copyOf(calls.keySet()).forEach(this::close);
    screens.close();
    NativeMedia media = natives;
    natives = null;
    if (!door.awaitClosed(CAMERA_CLOSE_LIMIT)) {
      // It still uses the library, which goes with the process.
      LOG.warn("a camera does not let go");
    } else if (media != null) {
      media.close();
    }
  }
}

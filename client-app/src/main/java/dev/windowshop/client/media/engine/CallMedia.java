package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaCommand;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.PeerKey;
import dev.windowshop.client.media.ScreenSource;
import dev.windowshop.protocol.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One call: one's own media and a connection to each of the others.
final class CallMedia {
  private static final Logger LOG = LoggerFactory.getLogger(CallMedia.class);

  private final EngineLoop loop;
  private final NativeMedia natives;
  private final CameraDoor door;
  private final Desktop desktop;
  private final Path folder;
  private final String id;
  private final CallPath path;
  private final LocalSound sound;
  private final QualityLadder ladder = new QualityLadder();
  private final Map<String, PeerLink> peers = new HashMap<>();
  private LocalSources sources;
  private @Nullable LocalVideo video;
  private @Nullable ScreenShare screen;
  private int shares;
  private @Nullable VideoSize chosenSize;
  private @Nullable String knownCamera;
  private boolean cameraKnown;
  private boolean muted;
  private boolean cameraOn;
  private boolean held;
  private boolean handRaised;
  private boolean speaksMost;
  private double ownLevel;
  private @Nullable MicrophoneMeter alone;

  CallMedia(
      EngineLoop loop,
      NativeMedia natives,
      CameraDoor door,
      Desktop desktop,
      Path folder,
      MediaCommand.OpenCall command) {
    this.loop = loop;
    this.natives = natives;
    this.door = door;
    this.desktop = desktop;
    this.folder = folder;
    id = command.callId();
    path = new CallPath(command.iceServers(), command.relayOnly());
    sources = command.sources();
    muted = command.muted();
    cameraOn = command.cameraOn();
    sound = new LocalSound(natives, sources, muted);
    if (command.media() == Call.Media.VIDEO || cameraOn) {
      openVideo();
    }
    tell();
    if (natives.wantsDevices()) {
      tellSoundServer(natives.hasDevices());
    }
  }

  private void tellSoundServer(boolean answers) {
    loop.emit(new MediaEvent.SoundServer(id, answers));
  }

  /// How much was played of what the others say; -1 while there is nobody, or nothing to play it.
  long played() {
    boolean plays =
        sound.speaker() != null && peers.values().stream().anyMatch(PeerLink::connected);
    return plays ? peers.values().stream().mapToLong(link -> link.meter().heard()).sum() : -1;
  }

  /// The sound server went, and every device with it. The pictures go on.
  void soundLost() {
    stopMeasuring();
    sound.lose();
    tellSoundServer(false);
    tell();
  }

  private void openVideo() {
    LocalVideo made =
        new LocalVideo(loop, natives, door, folder, id, sources, size(), this::cameraSeen);
    video = made;
    made.set(shows(), sources, size());
    for (PeerLink link : peers.values()) {
      link.sendVideo(made, size());
    }
  }

  private VideoSize size() {
    VideoSize full = chosenSize == null ? VideoSize.forPeers(peers.size(), speaksMost) : chosenSize;
    return QualityLadder.at(ladder.step(), full);
  }

  /// Whether a picture is really sent.
  private boolean shows() {
    return cameraOn && !held && ladder.step() < QualityLadder.AUDIO_ONLY;
  }

  private void tell() {
    LocalSources.Picture picture = video == null ? sources.picture() : video.picture();
    loop.emit(new MediaEvent.LocalMedia(id, picture, sound.sound(), muted, cameraOn));
    peers.values().forEach(link -> link.say(note()));
  }

  private PeerNotes.Note note() {
    return new PeerNotes.Note(
        muted || held || sound.sound() == LocalSources.Sound.SILENCE,
        shows(),
        handRaised,
        screen != null);
  }

  void addPeer(MediaCommand.AddPeer command) {
    PeerLink old = peers.get(command.peer().userId());
    if (old != null) {
      if (old.peer().session() >= command.peer().session()) {
        return;
      }
      peers.remove(command.peer().userId());
      old.close();
    }
    PeerLink link;
    try {
      link =
          new PeerLink(loop, natives, folder, path.to(command.relayOnly()), command, sound, note());
    } catch (RuntimeException | Error e) {
      LOG.error("a connection could not be made", e);
      loop.emit(new MediaEvent.PeerState(id, command.peer(), MediaEvent.Connection.FAILED));
      return;
    }
    peers.put(command.peer().userId(), link);
    stopMeasuring();
    link.setHeld(held);
    sizeChanged();
    if (video != null) {
      link.sendVideo(video, size());
    }
    if (screen != null) {
      link.sendScreen(screen);
    }
  }

  void removePeer(PeerKey peer) {
    PeerLink link = peer(peer);
    if (link != null) {
      peers.remove(peer.userId());
      link.close();
      sizeChanged();
    }
  }

  /// The connection to exactly this session of the user, if there is one.
  @Nullable PeerLink peer(PeerKey peer) {
    PeerLink link = peers.get(peer.userId());
    return link != null && link.peer().equals(peer) ? link : null;
  }

  void setMuted(boolean muted) {
    this.muted = muted;
    sound.setMuted(muted || held);
    tell();
  }

  void setCamera(boolean on) {
    cameraOn = on;
    if (video != null) {
      video.set(shows(), sources, size());
    } else if (shows()) {
      openVideo();
    }
    tell();
  }

  void setHand(boolean raised) {
    handRaised = raised;
    tell();
  }

  void react(String emoji) {
    peers.values().forEach(link -> link.react(emoji));
  }

  /// Null shares nothing any longer.
  void setSharing(@Nullable ScreenSource wanted) {
    ScreenShare old = screen;
    screen = null;
    if (old != null) {
      peers.values().forEach(PeerLink::stopScreen);
      old.close();
      tell();
    }
    boolean started = false;
    if (wanted != null) {
      try {
        int share = ++shares;
        ScreenShare made =
            new ScreenShare(natives, desktop, wanted, () -> loop.post(() -> sharedIsGone(share)));
        screen = made;
        tell();
        peers.values().forEach(link -> link.sendScreen(made));
        started = true;
      } catch (IOException | RuntimeException | Error e) {
        LOG.warn("{} is not shared: {}", wanted.kind(), e.getMessage());
      }
    }
    loop.emit(new MediaEvent.Sharing(id, started ? wanted : null));
  }

  private void sharedIsGone(int share) {
    if (screen != null && share == shares) {
      setSharing(null);
    }
  }

  /// This machine is on another network: every connection looks for another way.
  void networkChanged() {
    peers.values().forEach(PeerLink::restartIce);
  }

  /// What was chosen comes back when the call is taken up again.
  void setHeld(boolean held) {
    this.held = held;
    sound.setMuted(muted || held);
    peers.values().forEach(link -> link.setHeld(held));
    setCamera(cameraOn);
  }

  void setSize(VideoSize size) {
    chosenSize = size;
    sizeChanged();
  }

  /// Some were plugged in or unplugged: the call goes on with what there is.
  void devicesChanged(MediaEvent.Devices now) {
    String microphone = sound.microphone();
    String speaker = sound.speaker();
    sound.change(sources, !peers.isEmpty());
    if (video != null && video.needsAnother(now.cameras())) {
      video.again();
    }
    if (alone != null) {
      measure();
    }
    switched(MediaEvent.DeviceKind.MICROPHONE, microphone, sound.microphone());
    switched(MediaEvent.DeviceKind.SPEAKER, speaker, sound.speaker());
    tell();
  }

  private void switched(MediaEvent.DeviceKind kind, @Nullable String before, @Nullable String now) {
    if (!Objects.equals(before, now)) {
      loop.emit(new MediaEvent.DeviceSwitched(id, kind, before, now, false));
    }
  }

  /// The one that was found first or chosen, or is the same in another size, is no news.
  private void cameraSeen(@Nullable String now, boolean hangs) {
    String before = knownCamera;
    boolean isChosen = !cameraKnown;
    cameraKnown = true;
    knownCamera = now;
    if (hangs || (!isChosen && !Objects.equals(before, now))) {
      loop.emit(
          new MediaEvent.DeviceSwitched(id, MediaEvent.DeviceKind.CAMERA, before, now, hangs));
    }
    tell();
  }

  /// Others take effect at once.
  void setSources(LocalSources sources) {
    if (!sources.equals(this.sources)) {
      sound.change(sources, !peers.isEmpty());
    }
    cameraKnown = cameraKnown && Objects.equals(sources.cameraId(), this.sources.cameraId());
    this.sources = sources;
    if (video != null) {
      video.set(shows(), sources, size());
    }
    tell();
    if (alone != null) {
      measure();
    }
  }

  /// Measures one's own microphone while there is nobody whose connection does it.
  void setMeter(boolean on) {
    if (on) {
      measure();
    } else {
      stopMeasuring();
    }
  }

  private void measure() {
    stopMeasuring();
    AudioDevice microphone = sound.microphoneDevice();
    if (microphone != null && peers.isEmpty()) {
      alone = MicrophoneMeter.of(microphone);
    }
  }

  private void stopMeasuring() {
    MicrophoneMeter meter = alone;
    alone = null;
    if (meter != null) {
      meter.close();
    }
  }

  private void sizeChanged() {
    if (video != null) {
      video.set(shows(), sources, size());
    }
    peers.values().forEach(link -> link.limit(size()));
  }

  void readStats() {
    if (video != null) {
      video.look();
    }
    List<PeerLink> links = peers.values().stream().filter(PeerLink::connected).toList();
    List<PeerLink> settled = links.stream().filter(PeerLink::settled).toList();
    if (!settled.isEmpty() && cameraOn && !held && ladder.after(worst(settled))) {
      LOG.info("call {} sends step {}, {}", id, ladder.step(), ladder.strain());
      sizeChanged();
      tell();
      boolean audioOnly = ladder.step() == QualityLadder.AUDIO_ONLY;
      loop.emit(new MediaEvent.Quality(id, ladder.step(), audioOnly, ladder.strain()));
    }
    links.forEach(PeerLink::readStats);
  }

  private static QualityLadder.Second worst(List<PeerLink> links) {
    double lost = 0;
    double roundTrip = -1;
    double encode = 0;
    for (PeerLink link : links) {
      QualityLadder.Second one = link.second();
      lost = Math.max(lost, one.lost());
      roundTrip = Math.max(roundTrip, one.roundTripMs());
      encode = Math.max(encode, one.encodeShare());
    }
    return new QualityLadder.Second(lost, roundTrip, encode);
  }

  void readLevels() {
    List<MediaEvent.Level> levels = new ArrayList<>();
    for (PeerLink link : peers.values()) {
      if (link.connected()) {
        levels.add(level(link.peer(), link.meter().take(), link.meter().tone()));
      }
    }
    boolean othersSpeak = levels.stream().anyMatch(MediaEvent.Level::speaking);
    levels.add(level(null, muted || held ? 0 : ownLevel(), 0));
    loop.emit(new MediaEvent.Levels(id, levels));
    boolean most = !othersSpeak && levels.getLast().speaking();
    if ((most || othersSpeak) && most != speaksMost) {
      speaksMost = most;
      sizeChanged();
    }
    if (sound.sound() == LocalSources.Sound.MICROPHONE) {
      peers.values().stream()
          .filter(PeerLink::connected)
          .findFirst()
          .ifPresent(link -> link.readOwnLevel(level -> ownLevel = level));
    }
  }

  private double ownLevel() {
    return alone == null ? Math.max(ownLevel, sound.toneLevel()) : alone.take();
  }

  private static MediaEvent.Level level(@Nullable PeerKey peer, double rms, double tone) {
    return new MediaEvent.Level(peer, LevelMeter.shown(rms), LevelMeter.speaking(rms), tone);
  }

  void close() {
    List<PeerLink> links = List.copyOf(peers.values());
    peers.clear();
    links.forEach(PeerLink::close);
    stopMeasuring();
    if (screen != null) {
      screen.close();
    }
    sound.close();
    if (video != null) {
      video.close();
    }
  }
}

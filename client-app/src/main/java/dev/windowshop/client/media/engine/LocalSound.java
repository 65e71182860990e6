package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.protocol.Ids;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One's own sound in one call: the microphone, the tone, or nothing.
final class LocalSound {
  private static final Logger LOG = LoggerFactory.getLogger(LocalSound.class);

  private final NativeMedia natives;
  private final @Nullable Tone tone;
  private final AudioTrackSource source;
  private final AudioTrack track;
  private final LocalSources.Sound sound;
  private boolean muted;

  LocalSound(NativeMedia natives, LocalSources wanted, boolean muted) {
    this.natives = natives;
    this.sound = sound(natives, wanted);
    chooseDevices(wanted);
    if (sound == LocalSources.Sound.TONE) {
      Tone made = new Tone();
      tone = made;
      source = made.source();
    } else {
      tone = null;
      source = natives.factory().createAudioSource(options());
    }
    track = natives.factory().createAudioTrack("audio-" + Ids.newId(), source);
    setMuted(muted);
  }

  private static LocalSources.Sound sound(NativeMedia natives, LocalSources wanted) {
    return switch (natives.sound()) {
      case DEVICES ->
          wanted.sound() == LocalSources.Sound.MICROPHONE && hasMicrophone(natives)
              ? LocalSources.Sound.MICROPHONE
              : LocalSources.Sound.SILENCE;
      case LISTENING -> LocalSources.Sound.SILENCE;
      case TONE ->
          wanted.sound() == LocalSources.Sound.TONE
              ? LocalSources.Sound.TONE
              : LocalSources.Sound.SILENCE;
    };
  }

  private static boolean hasMicrophone(NativeMedia natives) {
    try {
      return !natives.audio().getRecordingDevices().isEmpty();
    } catch (RuntimeException | Error e) {
      LOG.warn("the microphones could not be listed: {}", e.getMessage());
      return false;
    }
  }

  private static AudioOptions options() {
    AudioOptions options = new AudioOptions();
    options.echoCancellation = true;
    options.noiseSuppression = true;
    options.autoGainControl = true;
    options.highpassFilter = true;
    return options;
  }

  /// Takes effect when the first connection starts the devices.
  private void chooseDevices(LocalSources wanted) {
    if (natives.sound() != SoundAccess.DEVICES) {
      return;
    }
    try {
      find(natives.audio().getRecordingDevices(), wanted.microphoneId())
          .ifPresent(natives.audio()::setRecordingDevice);
      find(natives.audio().getPlayoutDevices(), wanted.speakerId())
          .ifPresent(natives.audio()::setPlayoutDevice);
    } catch (RuntimeException | Error e) {
      LOG.warn("the sound devices could not be chosen: {}", e.getMessage());
    }
  }

  /// Changes over to other devices while connections run.
  void change(LocalSources wanted) {
    if (natives.sound() != SoundAccess.DEVICES) {
      return;
    }
    AudioDeviceModuleBase audio = natives.audio();
    try {
      Optional<AudioDevice> microphone = find(audio.getRecordingDevices(), wanted.microphoneId());
      if (microphone.isPresent()) {
        audio.stopRecording();
        audio.setRecordingDevice(microphone.get());
        audio.initRecording();
        audio.startRecording();
      }
      Optional<AudioDevice> speaker = find(audio.getPlayoutDevices(), wanted.speakerId());
      if (speaker.isPresent()) {
        audio.stopPlayout();
        audio.setPlayoutDevice(speaker.get());
        audio.initPlayout();
        audio.startPlayout();
      }
    } catch (RuntimeException | Error e) {
      LOG.warn("the sound devices could not be changed: {}", e.getMessage());
    }
  }

  private static Optional<AudioDevice> find(List<AudioDevice> devices, @Nullable String id) {
    return devices.stream()
        .filter(device -> id != null && id.equals(DeviceList.id(device)))
        .findFirst();
  }

  AudioTrack track() {
    return track;
  }

  /// What is really sent. Over silence nothing may be sent at all: see [NativeMedia].
  LocalSources.Sound sound() {
    return sound;
  }

  boolean sends() {
    return sound != LocalSources.Sound.SILENCE;
  }

  void setMuted(boolean muted) {
    this.muted = muted;
    track.setEnabled(!muted);
    if (tone != null) {
      tone.setMuted(muted);
    }
  }

  /// The tone's level; the microphone's is measured by a connection that sends it.
  double toneLevel() {
    return tone != null && !muted ? Tone.LEVEL : 0;
  }

  /// The tone's source keeps its list of receivers without a lock: connections are made, changed
  /// and closed while it is quiet.
  void whileQuiet(Runnable change) {
    if (tone == null) {
      change.run();
    } else {
      tone.whileQuiet(change);
    }
  }

  /// After every connection that sends the track is closed.
  void close() {
    if (tone != null) {
      tone.stop();
    }
    try {
      track.dispose();
    } catch (RuntimeException | Error e) {
      LOG.debug("the audio track was gone already: {}", e.getMessage());
    }
    if (tone != null) {
      tone.dispose();
    }
  }
}

package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.AudioTrackSource;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.protocol.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One's own sound in one call: the microphone, the tone, or nothing; and the speaker.
final class LocalSound {
  private static final Logger LOG = LoggerFactory.getLogger(LocalSound.class);

  private final NativeMedia natives;
  private final @Nullable Tone tone;
  private final AudioTrackSource source;
  private final AudioTrack track;
  private final LocalSources.Sound wanted;
  private @Nullable AudioDevice microphone;
  private @Nullable AudioDevice speaker;
  private boolean muted;

  LocalSound(NativeMedia natives, LocalSources sources, boolean muted) {
    this.natives = natives;
    wanted = sources.sound();
    chooseDevices(sources);
    if (natives.sound() == SoundAccess.TONE && wanted == LocalSources.Sound.TONE) {
      Tone made = new Tone(sources.stamp());
      tone = made;
      source = made.source();
    } else {
      tone = null;
      source = natives.factory().createAudioSource(options());
    }
    track = natives.factory().createAudioTrack("audio-" + Ids.newId(), source);
    setMuted(muted);
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
  private void chooseDevices(LocalSources sources) {
    if (!natives.hasDevices()) {
      return;
    }
    AudioDeviceModuleBase audio = natives.audio();
    try {
      microphone = DeviceList.pick(audio.getRecordingDevices(), sources.microphoneId());
      if (microphone != null) {
        audio.setRecordingDevice(microphone);
      }
      speaker = DeviceList.pick(audio.getPlayoutDevices(), sources.speakerId());
      if (speaker != null) {
        audio.setPlayoutDevice(speaker);
      }
    } catch (RuntimeException | Error e) {
      LOG.warn("the sound devices could not be chosen: {}", e.getMessage());
    }
  }

  /// The microphone that is used, null for none.
  @Nullable String microphone() {
    return microphone == null ? null : microphone.getName();
  }

  @Nullable AudioDevice microphoneDevice() {
    return wanted == LocalSources.Sound.MICROPHONE ? microphone : null;
  }

  @Nullable String speaker() {
    return speaker == null ? null : speaker.getName();
  }

  /// Changes over to the wanted devices, or to others where those are not there. What is used
  /// already is left alone.
  ///
  /// @param running whether there are connections, for which the devices run
  void change(LocalSources sources, boolean running) {
    if (!natives.hasDevices()) {
      return;
    }
    if (!running) {
      chooseDevices(sources);
      return;
    }
    AudioDeviceModuleBase audio = natives.audio();
    try {
      changeMicrophone(audio, DeviceList.pick(audio.getRecordingDevices(), sources.microphoneId()));
      changeSpeaker(audio, DeviceList.pick(audio.getPlayoutDevices(), sources.speakerId()));
    } catch (RuntimeException | Error e) {
      LOG.warn("the sound devices could not be changed: {}", e.getMessage());
    }
  }

  private void changeMicrophone(AudioDeviceModuleBase audio, @Nullable AudioDevice next) {
    if (DeviceList.isSame(microphone, next)) {
      return;
    }
    LOG.info("microphone: {}", next == null ? "none" : next.getName());
    microphone = next;
    audio.stopRecording();
    if (next != null) {
      audio.setRecordingDevice(next);
      audio.initRecording();
      audio.startRecording();
    }
  }

  private void changeSpeaker(AudioDeviceModuleBase audio, @Nullable AudioDevice next) {
    if (DeviceList.isSame(speaker, next)) {
      return;
    }
    LOG.info("speaker: {}", next == null ? "none" : next.getName());
    speaker = next;
    audio.stopPlayout();
    if (next != null) {
      audio.setPlayoutDevice(next);
      audio.initPlayout();
      audio.startPlayout();
    }
  }

  /// The sound server went, and every device with it. It is not to be asked about any.
  void lose() {
    microphone = null;
    speaker = null;
  }

  AudioTrack track() {
    return track;
  }

  /// What is really sent.
  LocalSources.Sound sound() {
    if (tone != null) {
      return LocalSources.Sound.TONE;
    }
    return wanted == LocalSources.Sound.MICROPHONE && microphone != null
        ? LocalSources.Sound.MICROPHONE
        : LocalSources.Sound.SILENCE;
  }

  /// Whether the track is to be sent at all: with devices always, because a microphone may be
  /// plugged in later; without, nothing may be sent over silence (see [NativeMedia]).
  boolean sends() {
    return tone != null
        || (natives.sound() == SoundAccess.DEVICES && wanted == LocalSources.Sound.MICROPHONE);
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

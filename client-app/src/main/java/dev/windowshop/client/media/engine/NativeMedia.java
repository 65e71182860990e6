package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import dev.windowshop.client.media.SoundAccess;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one factory of the process and the audio module under it.
///
/// Which module decides what can be done about sound. A headless one plays into nothing but records
/// what it plays, so nothing may be sent over it; the dummy one does neither, so that samples of
/// our own may be sent, which over any other would mix with what it records (and race with it).
final class NativeMedia {
  private static final Logger LOG = LoggerFactory.getLogger(NativeMedia.class);

  private final SoundAccess wanted;
  private final SoundAccess sound;
  private final PeerConnectionFactory factory;
  private final AudioDeviceModuleBase audio;
  private final @Nullable AudioProcessing processing;
  private boolean lost;

  static NativeMedia open(SoundAccess wanted) {
    SoundAccess sound =
        wanted == SoundAccess.DEVICES && !soundServer() ? SoundAccess.LISTENING : wanted;
    return switch (sound) {
      case DEVICES -> withDevices();
      case LISTENING -> new NativeMedia(wanted, sound, new HeadlessAudioDeviceModule(), null);
      case TONE ->
          new NativeMedia(wanted, sound, new AudioDeviceModule(AudioLayer.kDummyAudio), null);
    };
  }

  private static NativeMedia withDevices() {
    AudioDeviceModule module;
    try {
      module = new AudioDeviceModule();
    } catch (RuntimeException | Error e) {
      LOG.warn("no sound: {}", e.getMessage());
      return new NativeMedia(
          SoundAccess.DEVICES, SoundAccess.LISTENING, new HeadlessAudioDeviceModule(), null);
    }
    AudioProcessing processing = new AudioProcessing();
    AudioProcessingConfig config = new AudioProcessingConfig();
    config.echoCanceller.enabled = true;
    config.noiseSuppression.enabled = true;
    config.gainControl.enabled = true;
    config.highPassFilter.enabled = true;
    processing.applyConfig(config);
    return new NativeMedia(SoundAccess.DEVICES, SoundAccess.DEVICES, module, processing);
  }

  /// Elsewhere than on Linux the system's audio is always there, if only without devices.
  static boolean soundServer() {
    return !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
        || PulseProbe.answers(System.getenv());
  }

  private NativeMedia(
      SoundAccess wanted,
      SoundAccess sound,
      AudioDeviceModuleBase audio,
      @Nullable AudioProcessing processing) {
    this.wanted = wanted;
    this.sound = sound;
    this.audio = audio;
    this.processing = processing;
    factory = new PeerConnectionFactory(audio, processing);
  }

  /// What there is, which may be less than was wanted.
  SoundAccess sound() {
    return sound;
  }

  boolean wantsDevices() {
    return wanted == SoundAccess.DEVICES;
  }

  /// Whether the audio module may be asked about devices: without its server it never answers.
  boolean hasDevices() {
    return sound == SoundAccess.DEVICES && !lost && soundServer();
  }

  /// The server that the audio module talks to is gone. Another one is none of its.
  void lose() {
    lost = true;
  }

  PeerConnectionFactory factory() {
    return factory;
  }

  AudioDeviceModuleBase audio() {
    return audio;
  }

  /// After every call is closed.
  void close() {
    factory.dispose();
    audio.dispose();
    if (processing != null) {
      processing.dispose();
    }
  }
}

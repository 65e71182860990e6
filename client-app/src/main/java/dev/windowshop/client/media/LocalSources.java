package dev.windowshop.client.media;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Where one's own picture and sound come from. A missing device is replaced (by the pattern, by
/// silence) and [MediaEvent.LocalMedia] says so.
///
/// @param cameraId of [MediaEvent.Devices]; null is the default one
/// @param microphoneId as `cameraId`
/// @param speakerId as `cameraId`
/// @param stamp 0 to 65535: gives a drawn picture its colour and is written into it as a small
///   strip of dark and light cells, so that a picture shows whose it is
public record LocalSources(
    Picture picture,
    Sound sound,
    @Nullable String cameraId,
    @Nullable String microphoneId,
    @Nullable String speakerId,
    int stamp) {

  /// The default devices.
  public static LocalSources devices(int stamp) {
    return new LocalSources(Picture.CAMERA, Sound.MICROPHONE, null, null, null, stamp);
  }

  /// A drawn, moving scene and a soft tone: for people who are programs.
  public static LocalSources demo(int stamp) {
    return new LocalSources(Picture.SCENE, Sound.TONE, null, null, null, stamp);
  }

  /// The same with these devices; null is the default one.
  public LocalSources withDevices(
      @Nullable String camera, @Nullable String microphone, @Nullable String speaker) {
    return new LocalSources(picture, sound, camera, microphone, speaker, stamp);
  }

  public enum Picture {
    @JsonProperty("camera")
    CAMERA,
    /// Moving bars that say "No camera".
    @JsonProperty("pattern")
    PATTERN,
    /// A drawn street at dusk, for demonstration clients.
    @JsonProperty("scene")
    SCENE
  }

  public enum Sound {
    @JsonProperty("microphone")
    MICROPHONE,
    @JsonProperty("silence")
    SILENCE,
    /// A soft tone, higher or lower by `stamp`.
    @JsonProperty("tone")
    TONE
  }
}

package dev.windowshop.client.media;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an engine may do about sound. It is fixed for the life of its process, because there is one
/// audio device module in a process and what it records is sent on every sending connection.
public enum SoundAccess {
  /// Microphone and speaker, where there are any; else as [#LISTENING].
  @JsonProperty("devices")
  DEVICES,
  /// No device: what others say is decoded and measured, nothing is sent.
  @JsonProperty("listening")
  LISTENING,
  /// No device: a tone is sent, what others say is not decoded.
  @JsonProperty("tone")
  TONE
}

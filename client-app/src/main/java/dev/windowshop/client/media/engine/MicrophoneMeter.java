package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioRecorder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How loud one's own microphone is, recorded for that alone.
final class MicrophoneMeter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MicrophoneMeter.class);

  private final AudioRecorder recorder = new AudioRecorder();
  private final LevelMeter meter = new LevelMeter();

  /// Null when it cannot be recorded.
  static @Nullable MicrophoneMeter of(AudioDevice microphone) {
    try {
      return new MicrophoneMeter(microphone);
    } catch (RuntimeException | Error e) {
      LOG.warn("the microphone is not measured: {}", e.getMessage());
      return null;
    }
  }

  private MicrophoneMeter(AudioDevice microphone) {
    recorder.setAudioDevice(microphone);
    recorder.setAudioSink((data, samples, bytesASample, channels, rate, _, _) ->
        meter.onData(data, 8 * bytesASample / channels, rate, channels, samples));
    recorder.start();
  }

  /// As [LevelMeter#take].
  double take() {
    return meter.take();
  }

  @Override
  public void close() {
    try {
      recorder.stop();
    } catch (RuntimeException | Error e) {
      LOG.warn("the microphone did not stop: {}", e.getMessage());
    }
  }
}

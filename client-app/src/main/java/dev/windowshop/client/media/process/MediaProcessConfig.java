package dev.windowshop.client.media.process;

import dev.windowshop.client.media.SoundAccess;
import java.time.Duration;
import java.util.Map;

/// How a media process is run.
///
/// @param idle how long it stays after the last call is closed
/// @param silence how long it may leave pings unanswered
/// @param tcp talk over loopback TCP where a Unix-domain socket would do
/// @param environment what it has beside our own environment: another display, another sound server
public record MediaProcessConfig(
    SoundAccess sound,
    Duration idle,
    Duration silence,
    boolean tcp,
    Map<String, String> environment) {
  public MediaProcessConfig {
    environment = Map.copyOf(environment);
  }

  public static MediaProcessConfig standard(SoundAccess sound) {
    return standard(sound, Map.of());
  }

  public static MediaProcessConfig standard(SoundAccess sound, Map<String, String> environment) {
    return new MediaProcessConfig(
        sound, Duration.ofSeconds(10), Duration.ofSeconds(1), false, environment);
  }
}

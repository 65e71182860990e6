package dev.windowshop.client.media.process;

import dev.windowshop.client.media.SoundAccess;
import java.time.Duration;

/// How a media process is run.
///
/// @param idle how long it stays after the last call is closed
/// @param silence how long it may leave pings unanswered
/// @param tcp talk over loopback TCP where a Unix-domain socket would do
public record MediaProcessConfig(SoundAccess sound, Duration idle, Duration silence, boolean tcp) {

  public static MediaProcessConfig standard(SoundAccess sound) {
    return new MediaProcessConfig(sound, Duration.ofSeconds(10), Duration.ofSeconds(1), false);
  }
}

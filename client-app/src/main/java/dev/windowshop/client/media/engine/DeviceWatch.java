package dev.windowshop.client.media.engine;

import dev.windowshop.client.media.MediaEvent;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Notices that devices were plugged in or unplugged. The library's own listener knows only of some
/// and calls from a thread that must not fail, so they are looked at again and again. Used by one
/// thread.
final class DeviceWatch {
  private final Supplier<MediaEvent.Devices> devices;
  private MediaEvent.@Nullable Devices known;

  DeviceWatch(Supplier<MediaEvent.Devices> devices) {
    this.devices = devices;
  }

  /// What there is now, if that is not what there was at the last look; null also for the first.
  MediaEvent.@Nullable Devices changed() {
    MediaEvent.Devices now = devices.get();
    MediaEvent.Devices before = known;
    known = now;
    return before == null || before.equals(now) ? null : now;
  }

  /// Nobody looked for a while: the next look is the first.
  void rest() {
    known = null;
  }
}

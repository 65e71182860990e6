package dev.windowshop.client.media.engine;

import dev.onvoid.webrtc.media.Device;
import dev.onvoid.webrtc.media.MediaDevices;
import dev.windowshop.client.media.MediaEvent;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which devices there are. Sound devices are asked for only where there is sound: elsewhere the
/// question never returns.
final class DeviceList {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceList.class);

  private DeviceList() {}

  static MediaEvent.Devices read(NativeMedia natives) {
    boolean sound = natives.hasDevices();
    return new MediaEvent.Devices(
        list(MediaDevices::getVideoCaptureDevices),
        sound ? list(natives.audio()::getRecordingDevices) : List.of(),
        sound ? list(natives.audio()::getPlayoutDevices) : List.of());
  }

  /// Not every system gives its devices ids.
  static String id(Device device) {
    return Objects.requireNonNullElse(device.getDescriptor(), device.getName());
  }

  /// The wanted one, or else the first, which is the system's usual one; null where there is none.
  static <D extends Device> @Nullable D pick(List<D> devices, @Nullable String wanted) {
    for (D device : devices) {
      if (id(device).equals(wanted)) {
        return device;
      }
    }
    return devices.isEmpty() ? null : devices.getFirst();
  }

  /// The usual one keeps its id and changes its name when another device becomes it.
  static boolean isSame(@Nullable Device one, @Nullable Device other) {
    if (one == null || other == null) {
      return one == other;
    }
    return id(one).equals(id(other)) && Objects.equals(one.getName(), other.getName());
  }

  private static List<MediaEvent.Device> list(Supplier<? extends List<? extends Device>> devices) {
    try {
      return devices.get().stream()
          .map(device -> new MediaEvent.Device(id(device), device.getName()))
          .distinct()
          .toList();
    } catch (RuntimeException | Error e) {
      LOG.warn("devices could not be listed: {}", e.getMessage());
      return List.of();
    }
  }
}

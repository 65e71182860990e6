package dev.windowshop.client.call;

import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.MediaEvent;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The devices that there are and those that are used. On the FX thread.
final class DevicesViewModel {
  private final Supplier<LocalSources> sources;
  private final Consumer<LocalSources> choose;
  private final ReadOnlyObjectWrapper<MediaEvent.@Nullable Devices> devices =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Path> frames = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper previewing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper mirrored = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper level = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

  /// @param sources those used now
  /// @param choose uses others from now on
  DevicesViewModel(Supplier<LocalSources> sources, Consumer<LocalSources> choose) {
    this.sources = sources;
    this.choose = choose;
  }

  void show(MediaEvent.@Nullable Devices found) {
    devices.set(found);
    if (found == null) {
      return;
    }
    if (found.cameras().isEmpty() && found.microphones().isEmpty()) {
      note.set("No camera and no microphone were found. You can join calls all the same.");
    } else if (found.cameras().isEmpty()) {
      note.set("No camera was found. You can join calls with sound.");
    } else if (found.microphones().isEmpty()) {
      note.set("No microphone was found. You can join calls and listen.");
    } else {
      note.set("");
    }
  }

  void show(Preview preview) {
    previewing.set(preview.open());
    frames.set(preview.frames());
    mirrored.set(preview.camera());
    level.set(preview.level());
  }

  ReadOnlyObjectProperty<MediaEvent.@Nullable Devices> devices() {
    return devices.getReadOnlyProperty();
  }

  /// One's own picture, before a call.
  ReadOnlyObjectProperty<@Nullable Path> frames() {
    return frames.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty previewing() {
    return previewing.getReadOnlyProperty();
  }

  /// Whether one's own picture is shown as in a mirror; a test picture has words in it.
  ReadOnlyBooleanProperty mirrored() {
    return mirrored.getReadOnlyProperty();
  }

  /// How loud one is, 0 to 1.
  ReadOnlyDoubleProperty level() {
    return level.getReadOnlyProperty();
  }

  ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  @Nullable String camera() {
    return sources.get().cameraId();
  }

  @Nullable String microphone() {
    return sources.get().microphoneId();
  }

  @Nullable String speaker() {
    return sources.get().speakerId();
  }

  /// Null is the system's usual one.
  void chooseCamera(@Nullable String id) {
    choose.accept(sources.get().withDevices(id, microphone(), speaker()));
  }

  void chooseMicrophone(@Nullable String id) {
    choose.accept(sources.get().withDevices(camera(), id, speaker()));
  }

  void chooseSpeaker(@Nullable String id) {
    choose.accept(sources.get().withDevices(camera(), microphone(), id));
  }
}

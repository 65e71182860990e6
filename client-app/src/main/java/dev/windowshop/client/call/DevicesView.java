package dev.windowshop.client.call;

import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.MediaEvent.Device;
import dev.windowshop.client.shell.look.Icons;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Which camera, microphone and speaker; before a call with a look at oneself as in a mirror.
final class DevicesView extends VBox {
  private static final Device USUAL = new Device("", "The system's usual one");
  private static final double RATIO = 9.0 / 16;
  private static final double CORNER = 14;

  private final DevicesViewModel model;
  private final Screen mirror;

  /// @param close puts it away
  DevicesView(DevicesViewModel model, Executor opening, Runnable close) {
    super(8);
    this.model = model;
    getStyleClass().add("call-devices");
    Label title = new Label("Camera and sound");
    title.getStyleClass().add("t-strong");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button shut = Icons.button(Feather.X, "Close", close);
    HBox head = new HBox(title, shut);
    head.setAlignment(Pos.CENTER_LEFT);
    mirror = new Screen(opening);
    model.mirrored().subscribe(yes -> mirror.setScaleX(yes ? -1 : 1));
    StackPane preview = new StackPane(mirror);
    Rectangle corners = new Rectangle();
    corners.widthProperty().bind(preview.widthProperty());
    corners.heightProperty().bind(preview.heightProperty());
    corners.setArcWidth(2 * CORNER);
    corners.setArcHeight(2 * CORNER);
    preview.setClip(corners);
    preview.getStyleClass().add("call-mirror");
    preview.setMinHeight(0);
    preview.prefHeightProperty().bind(widthProperty().multiply(RATIO));
    preview.setMaxHeight(Region.USE_PREF_SIZE);
    ProgressBar level = new ProgressBar(0);
    level.setMaxWidth(Double.MAX_VALUE);
    level.getStyleClass().add("call-level");
    level.progressProperty().bind(model.level());
    level.setAccessibleText("How loud you are");
    Label note = new Label();
    note.getStyleClass().add("t-muted");
    note.setWrapText(true);
    note.textProperty().bind(model.note());
    CallView.shownWhile(note, model.note().isNotEmpty());
    CallView.shownWhile(preview, model.previewing());
    model.frames().subscribe(mirror::show);
    getChildren()
        .addAll(
            head,
            preview,
            choice(
                "Camera",
                Feather.VIDEO,
                MediaEvent.Devices::cameras,
                model::chooseCamera,
                model::camera),
            choice(
                "Microphone",
                Feather.MIC,
                MediaEvent.Devices::microphones,
                model::chooseMicrophone,
                model::microphone),
            level,
            choice(
                "Speaker",
                Feather.VOLUME_2,
                MediaEvent.Devices::speakers,
                model::chooseSpeaker,
                model::speaker),
            note);
  }

  /// A new picture, where there is one.
  void pulse() {
    mirror.pulse();
  }

  void close() {
    mirror.close();
  }

  private HBox choice(
      String name,
      Feather icon,
      java.util.function.Function<MediaEvent.Devices, List<Device>> list,
      Consumer<@Nullable String> choose,
      java.util.function.Supplier<@Nullable String> chosen) {
    ComboBox<Device> box = new ComboBox<>();
    box.setAccessibleText(name);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(0);
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Device device) {
            return device == null ? "" : device.name();
          }

          @Override
          public Device fromString(String text) {
            return USUAL;
          }
        });
    boolean[] filling = new boolean[1];
    model
        .devices()
        .subscribe(devices -> {
          filling[0] = true;
          List<Device> found = devices == null ? List.of() : list.apply(devices);
          box.setDisable(found.isEmpty());
          box.setPromptText(devices == null ? "Looking…" : "None found");
          box.getItems().clear();
          if (!found.isEmpty()) {
            box.getItems().add(USUAL);
            box.getItems().addAll(found);
            String id = chosen.get();
            box.setValue(
                found.stream().filter(one -> one.id().equals(id)).findFirst().orElse(USUAL));
          }
          filling[0] = false;
        });
    box.setOnAction(event -> {
      Device device = box.getValue();
      if (!filling[0] && device != null) {
        choose.accept(device.id().isEmpty() ? null : device.id());
      }
    });
    HBox row = new HBox(8, Icons.of(icon, "icon-small"), box);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}

package dev.windowshop.client.chat;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.video.Posters;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The files that go along with what is being written, each with a way to take it out.
final class AttachmentTray extends FlowPane {
  private static final double EDGE = 64;

  private final ObservableList<OutgoingFile> files;
  private final Pictures pictures;
  private final Posters posters;

  AttachmentTray(ObservableList<OutgoingFile> files, Pictures pictures, Posters posters) {
    super(8, 8);
    this.files = files;
    this.pictures = pictures;
    this.posters = posters;
    getStyleClass().add("tray");
    files.addListener((ListChangeListener<OutgoingFile>) _ -> show());
    show();
  }

  private void show() {
    getChildren().setAll(files.stream().map(this::chip).toList());
    setVisible(!files.isEmpty());
    setManaged(!files.isEmpty());
  }

  private Node chip(OutgoingFile file) {
    Button drop = Icons.button(Feather.X, "Take out " + file.name(), () -> files.remove(file));
    drop.getStyleClass().add("chip-drop");
    StackPane.setAlignment(drop, Pos.TOP_RIGHT);
    Node shown = isPicture(file) ? picture(file) : isVideo(file) ? video(file) : row(file);
    StackPane chip = new StackPane(shown, drop);
    chip.getStyleClass().add("chip");
    return chip;
  }

  private static boolean isPicture(OutgoingFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".png")
        || name.endsWith(".jpg")
        || name.endsWith(".jpeg")
        || name.endsWith(".gif");
  }

  /// By its name: one that lies has no poster, and is sent as what it is.
  private static boolean isVideo(OutgoingFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".mp4") || name.endsWith(".m4v") || name.endsWith(".mov");
  }

  /// Its poster, which is made now and goes along; until it is there, or where it can't be made,
  /// the sign of a video before its name.
  private Node video(OutgoingFile file) {
    StackPane sign = new StackPane(Icons.of(Feather.FILM, "file-icon"));
    sign.getStyleClass().add("chip-video");
    sign.setMinSize(EDGE, EDGE);
    sign.setPrefSize(EDGE, EDGE);
    HBox row = row(file);
    row.getChildren().set(0, sign);
    row.getStyleClass().add("chip-filled");
    FxThread.deliver(
        posters.of(file.path()),
        made ->
            made.ifPresent(poster -> {
              PosterPicture picture = PosterPicture.of(poster, 10);
              StackPane disc = new StackPane(Icons.of(Feather.PLAY, "chip-play"));
              disc.getStyleClass().add("chip-disc");
              disc.setMaxSize(22, 22);
              sign.getChildren().setAll(picture, disc);
            }),
        _ -> {});
    return row;
  }

  private Node picture(OutgoingFile file) {
    PictureView view = new PictureView(pictures, 10);
    view.setMinSize(EDGE, EDGE);
    view.setPrefSize(EDGE, EDGE);
    view.setMaxSize(EDGE, EDGE);
    view.show(file.path().toUri().toString(), null, null);
    return view;
  }

  private static HBox row(OutgoingFile file) {
    Label name = new Label(file.name());
    name.getStyleClass().add("file-name");
    name.setMaxWidth(150);
    name.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    Label size = new Label(size(file));
    size.getStyleClass().add("file-size");
    VBox words = new VBox(1, name, size);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox row = new HBox(8, Icons.of(Feather.FILE, "file-icon"), words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("chip-file");
    row.setMinHeight(EDGE);
    return row;
  }

  private static String size(OutgoingFile file) {
    try {
      return MediaOf.size(Files.size(file.path()));
    } catch (IOException e) {
      return "can't be read";
    }
  }
}

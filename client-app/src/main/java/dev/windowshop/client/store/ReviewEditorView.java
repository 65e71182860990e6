package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.LocalPicture;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.client.shell.look.Pictures;
import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// Stars, words and pictures of something one has. Pictures can be dropped on it.
final class ReviewEditorView extends VBox {
  private static final double PHOTO = 76;

  private final ReviewEditorViewModel model;
  private final Pictures pictures;
  private final FlowPane photos = new FlowPane(10, 10);

  /// @param close puts the sheet away
  ReviewEditorView(ReviewEditorViewModel model, Pictures pictures, Runnable close) {
    super(16);
    this.model = model;
    this.pictures = pictures;
    setPrefWidth(460);
    Label title = new Label(model.isNew() ? "What do you think of it?" : "Your review");
    title.getStyleClass().add("t-section");
    TextArea text = new TextArea();
    text.setPromptText("What would you tell a friend who wonders whether to buy it?");
    text.setAccessibleText("Your words");
    text.setWrapText(true);
    text.setPrefRowCount(5);
    text.textProperty().bindBidirectional(model.text());
    Label trouble = new Label();
    trouble.getStyleClass().add("t-danger");
    trouble.setWrapText(true);
    trouble.textProperty().bind(model.trouble());
    trouble.visibleProperty().bind(model.trouble().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    Button publish = new Button();
    publish
        .textProperty()
        .bind(
            Bindings.when(model.busy())
                .then("Sending…")
                .otherwise(model.isNew() ? "Publish" : "Save"));
    publish.getStyleClass().add("primary");
    publish.disableProperty().bind(model.busy());
    publish.setOnAction(event -> model.publish());
    Button cancel = new Button("Cancel");
    cancel.setOnAction(event -> close.run());
    HBox buttons = new HBox(12, publish, cancel);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(title, new StarPicker(model.stars()), text, photos, trouble, buttons);
    model.photos().addListener((InvalidationListener) change -> fill());
    fill();
    model
        .done()
        .subscribe(done -> {
          if (done) {
            close.run();
          }
        });
    setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
      }
    });
    setOnDragDropped(event -> {
      add(event.getDragboard().getFiles());
      event.setDropCompleted(true);
      event.consume();
    });
  }

  private void fill() {
    photos.getChildren().setAll(model.photos().stream().map(this::photo).toList());
    if (model.photos().size() < ReviewEditorViewModel.MOST_PHOTOS) {
      Button add = new Button("Add pictures", Icons.of(Feather.CAMERA));
      add.setMinHeight(PHOTO);
      add.setOnAction(event -> choose());
      photos.getChildren().add(add);
    }
  }

  private Node photo(Reviews.Photo photo) {
    Node picture =
        switch (photo) {
          case Reviews.Photo.Kept(String url, String thumb) -> {
            PictureView view = new PictureView(pictures, 10);
            view.show(url, thumb, null);
            view.setMinSize(PHOTO, PHOTO);
            view.setMaxSize(PHOTO, PHOTO);
            yield view;
          }
          case Reviews.Photo.Added(var file) -> LocalPicture.of(file, PHOTO, 1);
        };
    Button remove = Icons.button(Feather.X, "Take the picture off", () -> model.remove(photo));
    remove.getStyleClass().addAll("floating", "small-round");
    StackPane.setAlignment(remove, Pos.TOP_RIGHT);
    return new StackPane(picture, remove);
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Pictures of it");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter("Pictures", "*.png", "*.jpg", "*.jpeg", "*.webp"));
    List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
    if (chosen != null) {
      add(chosen);
    }
  }

  private void add(List<File> files) {
    model.add(
        files.stream()
            .filter(file ->
                file.getName().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|webp|gif)"))
            .map(File::toPath)
            .toList());
  }
}

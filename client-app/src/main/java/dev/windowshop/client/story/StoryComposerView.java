package dev.windowshop.client.story;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.look.LocalPicture;
import dev.windowshop.client.shell.look.PastedPicture;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Makes a status: words on a colour, or a picture or video, seen as others will see it.
final class StoryComposerView extends VBox {
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
  private static final int WARN = 100;
  private static final List<String> VIDEO_ENDINGS = List.of(".mp4", ".m4v", ".mov");

  private final StoryComposerViewModel model;
  private final StoryContext context;
  private final StorySurface surface;
  private final TextArea area = new TextArea();

  StoryComposerView(StoryComposerViewModel model, StoryContext context) {
    super(12);
    this.model = model;
    this.context = context;
    surface = new StorySurface(context.emoji());
    getStyleClass().add("story-composer");
    Label title = new Label("New status");
    title.getStyleClass().add("t-section");
    Label about = new Label("Those you have chatted with see it for 24 hours.");
    about.getStyleClass().add("t-muted");
    about.setWrapText(true);
    surface.setPrefSize(320, 260);
    surface.setMinHeight(200);
    area.setPromptText("What are you up to?");
    area.setWrapText(true);
    area.setPrefRowCount(2);
    area.textProperty().bindBidirectional(model.text());
    area.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            event.consume();
            model.post();
          } else if (event.getCode() == KeyCode.V && event.isShortcutDown() && pasted()) {
            event.consume();
          }
        });
    Label problem = new Label();
    problem.getStyleClass().add("t-danger");
    problem.setWrapText(true);
    problem.textProperty().bind(model.problem());
    shownWhen(problem, Bindings.isNotEmpty(model.problem()));
    Node colours = colours();
    shownWhen(colours, model.picture().isNull());
    getChildren().addAll(title, about, surface, colours, area, problem, foot());
    setOnDragOver(event -> {
      if (event.getDragboard().hasFiles()) {
        event.acceptTransferModes(TransferMode.COPY);
      }
      event.consume();
    });
    setOnDragDropped(event -> {
      if (event.getDragboard().hasFiles()) {
        model.picture().set(event.getDragboard().getFiles().getFirst().toPath());
      }
      event.setDropCompleted(true);
      event.consume();
    });
    model.text().subscribe(_ -> draw());
    model.background().subscribe(_ -> draw());
    model.picture().subscribe(_ -> draw());
    model
        .posted()
        .subscribe(done -> {
          if (done) {
            context.sheets().close();
          }
        });
    FxThread.later(area::requestFocus);
  }

  /// A picture becomes the status'; words are the text's own.
  private boolean pasted() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      model.picture().set(clipboard.getFiles().getFirst().toPath());
      return true;
    }
    if (clipboard.hasImage() && !clipboard.hasString()) {
      paste(clipboard.getImage());
      return true;
    }
    return false;
  }

  void paste(Image image) {
    FxThread.deliver(
        PastedPicture.write(image),
        file -> {
          file.toFile().deleteOnExit();
          model.picture().set(file);
        },
        _ -> context.notices().show("That picture could not be taken."));
  }

  private void draw() {
    Path picture = model.picture().get();
    String text = model.text().get().strip();
    if (picture == null) {
      surface.words(text.isEmpty() ? "What are you up to?" : text, model.background().get());
    } else {
      surface.picture(ready -> load(picture, ready), text.isEmpty() ? null : text);
    }
  }

  /// A video as its poster.
  private void load(Path file, Consumer<Image> ready) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (VIDEO_ENDINGS.stream().noneMatch(name::endsWith)) {
      LocalPicture.load(file, 640, ready);
      return;
    }
    FxThread.deliver(
        context.posters().of(file),
        made ->
            made.ifPresent(one -> ready.accept(new Image(new ByteArrayInputStream(one.jpeg())))),
        _ -> {});
  }

  private Node colours() {
    HBox row = new HBox(6);
    row.setAlignment(Pos.CENTER_LEFT);
    ToggleGroup group = new ToggleGroup();
    int number = 0;
    for (String colour : StoryComposerViewModel.BACKGROUNDS) {
      number++;
      Region dot = new Region();
      dot.getStyleClass().add("story-colour-dot");
      dot.setBackground(
          new Background(
              new BackgroundFill(Color.web(colour), new CornerRadii(999), Insets.EMPTY)));
      ToggleButton swatch = new ToggleButton();
      swatch.setGraphic(dot);
      swatch.getStyleClass().setAll("story-colour");
      swatch.setAccessibleText("Colour " + number);
      swatch.setToggleGroup(group);
      swatch.setSelected(colour.equals(model.background().get()));
      swatch.setOnAction(_ -> {
        swatch.setSelected(true);
        model.background().set(colour);
      });
      row.getChildren().add(swatch);
    }
    return row;
  }

  private Node foot() {
    Button picture =
        new Button(
            "Picture or video\u2026", dev.windowshop.client.shell.look.Icons.of(Feather.IMAGE));
    picture.setOnAction(_ -> choose());
    shownWhen(picture, model.picture().isNull());
    Button without = new Button("Without it", dev.windowshop.client.shell.look.Icons.of(Feather.X));
    without.setOnAction(_ -> model.picture().set(null));
    shownWhen(without, model.picture().isNotNull());
    Label left = new Label();
    left.getStyleClass().add("t-muted");
    model
        .text()
        .subscribe(_ -> {
          left.setText(model.left() <= WARN ? Integer.toString(model.left()) : "");
          left.pseudoClassStateChanged(OVER, model.left() < 0);
        });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button post = new Button("Post");
    post.getStyleClass().add("primary");
    post.disableProperty().bind(model.ready().not());
    post.setOnAction(_ -> model.post());
    HBox foot = new HBox(8, new StackPane(picture, without), gap, left, post);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private void choose() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("A picture or video for your status");
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                "Pictures and videos",
                "*.png",
                "*.jpg",
                "*.jpeg",
                "*.gif",
                "*.webp",
                "*.mp4",
                "*.m4v",
                "*.mov"));
    @Nullable File chosen = chooser.showOpenDialog(getScene().getWindow());
    if (chosen != null) {
      String name = chosen.getName().toLowerCase(Locale.ROOT);
      if (name.isEmpty()) {
        context.notices().show("This picture can't be read.");
      } else {
        model.picture().set(chosen.toPath());
      }
    }
  }

  private static void shownWhen(Node node, javafx.beans.value.ObservableValue<Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(condition);
  }
}

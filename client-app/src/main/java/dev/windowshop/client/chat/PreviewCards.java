package dev.windowshop.client.chat;

import dev.windowshop.client.preview.LinkPreview;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.client.shell.look.Pictures;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Pages behind links as cards: one in a message, and a row above what is being written.
final class PreviewCards {
  private static final double WIDTH = 280;
  private static final double TALLEST = 180;
  private static final double SMALL = 44;

  private PreviewCards() {}

  static Node card(Line.Preview preview, ChatContext context) {
    VBox column = new VBox(0);
    column.setMaxWidth(WIDTH);
    Line.Media shown = preview.picture();
    if (shown != null) {
      PictureView picture = new PictureView(context.pictures(), 8);
      double ratio =
          shown.width() > 0 && shown.height() > 0 ? (double) shown.height() / shown.width() : 0.5;
      double height = Math.min(TALLEST, WIDTH * ratio);
      picture.setMinSize(WIDTH, height);
      picture.setPrefSize(WIDTH, height);
      picture.setMaxSize(WIDTH, height);
      picture.show(shown.picture(), shown.thumbUrl(), null);
      column.getChildren().add(picture);
    }
    VBox words = new VBox(2, label(preview.host(), "preview-host", 1));
    words.getChildren().add(label(preview.title(), "preview-title", 2));
    if (!preview.description().isEmpty()) {
      words.getChildren().add(label(preview.description(), "preview-text", 3));
    }
    words.getStyleClass().add("preview-words");
    column.getChildren().add(words);
    Button card = new Button();
    card.getStyleClass().setAll("link-card");
    card.setGraphic(column);
    card.setAccessibleText("Open " + preview.title() + " at " + preview.host());
    card.setOnAction(_ -> context.openLink().accept(preview.url()));
    return card;
  }

  /// What goes along, with a way to leave it out.
  static HBox row(LinkPreviewViewModel model, Pictures pictures) {
    HBox row = new HBox(10);
    row.getStyleClass().addAll("composer-about", "composer-preview");
    row.setAlignment(Pos.CENTER_LEFT);
    model.preview().subscribe(preview -> fill(row, preview, model, pictures));
    return row;
  }

  private static void fill(
      HBox row, @Nullable LinkPreview preview, LinkPreviewViewModel model, Pictures pictures) {
    row.getChildren().clear();
    row.setVisible(preview != null);
    row.setManaged(preview != null);
    if (preview == null) {
      return;
    }
    Region edge = new Region();
    edge.getStyleClass().add("quote-edge");
    row.getChildren().add(edge);
    if (preview.picture() != null) {
      PictureView picture = new PictureView(pictures, 6);
      picture.setMinSize(SMALL, SMALL);
      picture.setMaxSize(SMALL, SMALL);
      picture.show(preview.picture().toUri().toString(), null, null);
      row.getChildren().add(picture);
    }
    Label title = new Label(preview.title());
    title.getStyleClass().add("quote-author");
    title.setMinWidth(0);
    Label about = new Label(preview.description() == null ? preview.url() : preview.description());
    about.getStyleClass().add("quote-text");
    about.setMinWidth(0);
    VBox words = new VBox(1, title, about);
    words.setMinWidth(0);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    row.getChildren()
        .addAll(words, Icons.button(Feather.X, "Send without a preview", model::dismiss));
  }

  private static Label label(String text, String style, int lines) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(lines > 1);
    label.setPrefWidth(WIDTH - 24);
    label.setMaxWidth(WIDTH - 24);
    // So many lines, and an ellipsis after them.
    label.setMaxHeight(lines * 18.0);
    label.setMinHeight(18);
    return label;
  }
}

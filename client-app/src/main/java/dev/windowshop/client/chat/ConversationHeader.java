package dev.windowshop.client.chat;

import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PictureView;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Product;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The top of a conversation: who it is with, how to call them, and what it is about.
final class ConversationHeader extends VBox {
  private static final PseudoClass ONLINE = PseudoClass.getPseudoClass("online");

  ConversationHeader(
      ConversationViewModel model,
      ChatContext context,
      Consumer<Call.Media> call,
      Runnable back,
      Runnable about) {
    Portrait portrait = new Portrait(context.pictures(), 36);
    Runnable show =
        () ->
            portrait.show(
                model.heading().title().get(),
                model.heading().avatarUrl().get().isEmpty()
                    ? null
                    : model.heading().avatarUrl().get(),
                model.heading().online().get());
    model.heading().title().subscribe(show);
    model.heading().avatarUrl().subscribe(show);
    model.heading().online().subscribe(show);
    show.run();
    Label title = new Label();
    title.getStyleClass().add("conversation-title");
    title.setMinWidth(0);
    title.textProperty().bind(model.heading().title());
    Label subtitle = new Label();
    subtitle.getStyleClass().add("conversation-subtitle");
    subtitle.textProperty().bind(model.heading().subtitle());
    subtitle.visibleProperty().bind(model.heading().subtitle().isNotEmpty());
    subtitle.managedProperty().bind(subtitle.visibleProperty());
    model.heading().online().subscribe(online -> subtitle.pseudoClassStateChanged(ONLINE, online));
    VBox words = new VBox(1, title, subtitle);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    // A name and a picture lead to a person's card.
    for (javafx.scene.Node part : new javafx.scene.Node[] {portrait, words}) {
      part.setOnMouseClicked(_ -> {
        if (model.isGroup()) {
          about.run();
        } else if (!model.heading().personId().get().isEmpty()) {
          context.people().openCard().accept(model.heading().personId().get());
        }
      });
    }
    portrait.setCursor(Cursor.HAND);
    words.setCursor(Cursor.HAND);
    Button audio = Icons.button(Feather.PHONE, "Call", () -> call.accept(Call.Media.AUDIO));
    Button video =
        Icons.button(Feather.VIDEO, "Call with video", () -> call.accept(Call.Media.VIDEO));
    HBox bar =
        new HBox(
            4,
            Icons.button(Feather.ARROW_LEFT, "All chats", back),
            portrait,
            words,
            audio,
            video,
            Icons.button(Feather.X, "Close", context.closeDock()));
    HBox.setMargin(portrait, new javafx.geometry.Insets(0, 8, 0, 0));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("chat-header");
    getChildren().add(bar);
    model.heading().product().subscribe(product -> showProduct(product, context));
  }

  private void showProduct(@Nullable Product product, ChatContext context) {
    getChildren().remove(1, getChildren().size());
    if (product != null) {
      Button strip = new Button();
      strip.getStyleClass().setAll("product-strip");
      strip.setGraphic(productRow(product, context, 48));
      strip.setMaxWidth(Double.MAX_VALUE);
      strip.setAccessibleText("About " + product.title());
      strip.setOnAction(_ -> context.openProduct().accept(product.id()));
      getChildren().add(strip);
    }
  }

  /// A product in one row: picture, title, price.
  static HBox productRow(Product product, ChatContext context, double size) {
    PictureView picture = new PictureView(context.pictures(), 10);
    picture.setMinSize(size, size);
    picture.setPrefSize(size, size);
    picture.setMaxSize(size, size);
    var media = product.media().isEmpty() ? null : product.media().getFirst();
    picture.show(
        media == null ? null : media.url(),
        media == null ? null : media.thumbUrl(),
        product.color());
    Label title = new Label(product.title());
    title.getStyleClass().add("product-title");
    title.setMinWidth(0);
    Label price = new Label(product.price().format(Locale.getDefault()));
    price.getStyleClass().addAll("product-price", "t-figures");
    VBox words = new VBox(2, title, price);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, picture, words);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}

package dev.windowshop.client.shell.look;

import dev.windowshop.protocol.Product;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A few pictures of what may please everybody who looks together; nothing at all while nothing is
/// picked. FX thread only.
public final class PicksStrip extends VBox {
  private static final int MOST = 4;

  private final Pictures pictures;
  private final double size;
  private final Consumer<String> open;
  private final HBox row = new HBox(8);

  /// @param size of a picture
  /// @param open shows the page of the product with this id
  public PicksStrip(Pictures pictures, double size, Consumer<String> open) {
    super(8);
    this.pictures = pictures;
    this.size = size;
    this.open = open;
    Label heading = new Label("For all of you");
    heading.getStyleClass().add("t-strong");
    getStyleClass().add("picks");
    getChildren().addAll(heading, row);
    show(List.of());
  }

  public void show(List<Product> picked) {
    row.getChildren().setAll(picked.stream().limit(MOST).map(this::card).toList());
    setVisible(!picked.isEmpty());
    setManaged(!picked.isEmpty());
  }

  private Button card(Product product) {
    PictureView picture = new PictureView(pictures, 10);
    picture.setMinSize(size, size);
    picture.setPrefSize(size, size);
    picture.setMaxSize(size, size);
    var media = product.media().isEmpty() ? null : product.media().getFirst();
    picture.show(
        media == null ? null : media.url(),
        media == null ? null : media.thumbUrl(),
        product.color());
    String price = product.price().format(Locale.getDefault());
    Button card = new Button();
    card.getStyleClass().setAll("pick");
    card.setGraphic(picture);
    card.setAccessibleText(product.title() + ", " + price);
    Tips.put(card, product.title() + "\n" + price);
    card.setOnAction(_ -> open.accept(product.id()));
    return card;
  }
}

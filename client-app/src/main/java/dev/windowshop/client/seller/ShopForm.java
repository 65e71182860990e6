package dev.windowshop.client.seller;

import dev.windowshop.client.shell.look.Icons;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// What a shop says of itself: its name, its pictures, its rules and what it asks for delivery.
final class ShopForm extends VBox {
  private final ShopFormViewModel model;

  ShopForm(ShopFormViewModel model) {
    super(24);
    this.model = model;
    HBox delivery = new HBox(12);
    model
        .delivery()
        .forEach((method, price) -> {
          Node field = Parts.field(method(method), price, "as usual here");
          HBox.setHgrow(field, Priority.ALWAYS);
          delivery.getChildren().add(field);
        });
    Button save = new Button();
    save.textProperty()
        .bind(
            Bindings.when(model.busy())
                .then("Saving…")
                .otherwise(model.isNew() ? "Open the shop" : "Save"));
    save.getStyleClass().add("primary");
    save.disableProperty().bind(model.busy());
    save.setOnAction(event -> model.save());
    Label done = new Label();
    done.getStyleClass().add("t-good");
    done.textProperty().bind(model.done());
    HBox foot = new HBox(16, save, done);
    foot.setAlignment(Pos.CENTER_LEFT);
    VBox about =
        Parts.card(
            "About the shop",
            Parts.field("Name", model.name(), "Fern & Kiln"),
            Parts.area("In a few words", model.description(), "What you make, and where", 3));
    if (!model.isNew()) {
      about
          .getChildren()
          .add(
              new HBox(
                  12,
                  picture("Choose its sign", model::setAvatar),
                  picture("Choose a banner", model::setBanner)));
    }
    getChildren()
        .addAll(
            about,
            Parts.card("What a delivery costs", delivery),
            Parts.card(
                "In your own words",
                Parts.area("Delivery", model.deliveryPolicy(), "Packed within two days", 2),
                Parts.area("Returns", model.returnsPolicy(), "Thirty days, no questions", 2),
                Parts.area("Payment", model.paymentPolicy(), "", 2)),
            Parts.trouble(model.trouble()),
            foot);
  }

  private Node picture(String name, Consumer<Path> chosen) {
    Button button = new Button(name, Icons.of(Feather.IMAGE));
    button.setOnAction(event -> {
      FileChooser chooser = new FileChooser();
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter("Pictures", "*.png", "*.jpg", "*.jpeg", "*.webp"));
      File file = chooser.showOpenDialog(getScene().getWindow());
      if (file != null) {
        chosen.accept(file.toPath());
      }
    });
    return button;
  }

  private static String method(String id) {
    return switch (id) {
      case "pickup" -> "Collected";
      case "standard" -> "Standard";
      case "express" -> "Express";
      default -> id;
    };
  }
}

package dev.windowshop.client.seller;

import dev.windowshop.client.order.Offers;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.store.Trouble;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.Price;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.SellerProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Where a seller puts an offer together for a conversation. Made and used on the FX thread.
public final class OfferComposer {
  /// How long an offer may be open, in words.
  private static final Map<Integer, String> LIVES =
      Map.of(1, "for a day", 3, "for three days", 7, "for a week", 30, "for 30 days");

  private final String conversationId;
  private final @Nullable Product about;
  private final Selling selling;
  private final Offers offers;
  private final Sheets sheets;
  private final Notices notices;
  private final Executor ui;
  private final String key = Ids.newId();

  private final TextField search = new TextField();
  private final ComboBox<Product> product = new ComboBox<>();
  private final ComboBox<Product.Variant> variant = new ComboBox<>();
  private final Spinner<Integer> quantity = new Spinner<>(1, 999, 1);
  private final TextField price = new TextField();
  private final TextField note = new TextField();
  private final ComboBox<Integer> life = new ComboBox<>();
  private final Label trouble = new Label();
  private final Button send = new Button("Send the offer");

  private OfferComposer(
      String conversationId,
      @Nullable Product about,
      Selling selling,
      Offers offers,
      Sheets sheets,
      Notices notices,
      Executor ui) {
    this.conversationId = conversationId;
    this.about = about;
    this.selling = selling;
    this.offers = offers;
    this.sheets = sheets;
    this.notices = notices;
    this.ui = ui;
  }

  /// @param about what is talked about, to begin with
  /// @param ui hands over to the FX thread
  public static void show(
      String conversationId,
      @Nullable Product about,
      Selling selling,
      Offers offers,
      Sheets sheets,
      Notices notices,
      Executor ui) {
    OfferComposer composer =
        new OfferComposer(conversationId, about, selling, offers, sheets, notices, ui);
    sheets.show(composer.card());
    composer.find();
  }

  private VBox card() {
    Label title = new Label("Make an offer");
    title.getStyleClass().add("t-section");
    search.setPromptText("Find one of your products");
    search.setOnAction(event -> find());
    product.setPromptText("Product");
    product.setConverter(shown(Product::title));
    product.valueProperty().subscribe(this::chosen);
    variant.setPromptText("Variant");
    variant.setConverter(
        shown(one ->
            one.options().isEmpty() ? "As it is" : String.join(", ", one.options().values())));
    variant
        .valueProperty()
        .subscribe(one -> price.setText(one == null ? "" : Amounts.text(one.price())));
    for (ComboBox<?> box : List.of(product, variant, life)) {
      box.setMaxWidth(Double.MAX_VALUE);
    }
    quantity.setEditable(true);
    quantity.setAccessibleText("How many");
    price.setPromptText("Price of each");
    price.setAccessibleText("Price of each");
    note.setPromptText("A few words, if you like");
    life.getItems().setAll(1, 3, 7, 30);
    life.setConverter(shown(days -> "Open " + LIVES.getOrDefault(days, days + " days")));
    life.setValue(3);
    trouble.getStyleClass().add("t-danger");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    Button no = new Button("Cancel");
    no.setOnAction(event -> sheets.close());
    send.getStyleClass().add("primary");
    send.setOnAction(event -> submit());
    HBox buttons = new HBox(8, no, send);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    VBox card =
        new VBox(
            12,
            title,
            search,
            product,
            variant,
            new HBox(12, named("How many", quantity), named("Price of each", price)),
            note,
            life,
            trouble,
            buttons);
    card.setPrefWidth(400);
    card.getStyleClass().add("chat-sheet");
    return card;
  }

  private static VBox named(String name, Control field) {
    Label label = new Label(name);
    label.getStyleClass().addAll("t-muted", "t-small");
    label.setLabelFor(field);
    field.setMaxWidth(Double.MAX_VALUE);
    VBox box = new VBox(4, label, field);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private void find() {
    selling
        .products(search.getText().strip(), SellerProduct.Status.PUBLISHED, null)
        .whenComplete((page, failure) -> ui.execute(() -> found(page, failure)));
  }

  private void found(@Nullable Page<SellerProduct> page, @Nullable Throwable failure) {
    if (page == null) {
      trouble.setText(failure == null ? "" : Trouble.of(failure));
      return;
    }
    List<Product> found =
        new ArrayList<>(page.items().stream().map(SellerProduct::product).toList());
    if (about != null && search.getText().isBlank()) {
      // It may be one of many, and not be on the first page; what is known of it may be of before.
      Product now = found.stream().filter(this::isAbout).findFirst().orElse(about);
      found.removeIf(this::isAbout);
      found.addFirst(now);
    }
    product.getItems().setAll(found);
    product.setValue(found.isEmpty() ? null : found.getFirst());
    trouble.setText(found.isEmpty() ? "None of your products on sale is like that." : "");
  }

  private boolean isAbout(Product one) {
    return about != null && one.id().equals(about.id());
  }

  private void chosen() {
    Product of = product.getValue();
    variant.getItems().setAll(of == null ? List.of() : of.variants());
    variant.setValue(of == null || of.variants().isEmpty() ? null : of.variants().getFirst());
    variant.setDisable(of == null || of.variants().size() < 2);
  }

  private void submit() {
    Product.Variant of = variant.getValue();
    if (of == null) {
      trouble.setText("Choose a product.");
      return;
    }
    Long each = Amounts.parse(price.getText(), of.price().currency());
    if (each == null) {
      trouble.setText("Say what each of them is to cost.");
      return;
    }
    send.setDisable(true);
    offers
        .send(
            conversationId,
            key,
            new Offer.Make(
                List.of(new Offer.MakeLine(of.id(), quantity.getValue(), Price.of(each))),
                note.getText().isBlank() ? null : note.getText().strip(),
                life.getValue() * 86_400L))
        .whenComplete((done, failure) -> ui.execute(() -> sent(failure)));
  }

  private void sent(@Nullable Throwable failure) {
    send.setDisable(false);
    if (failure == null) {
      sheets.close();
      notices.show("Your offer is sent.");
    } else {
      trouble.setText(Trouble.of(failure));
    }
  }

  private static <T> StringConverter<T> shown(Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("chosen, never typed");
      }
    };
  }
}

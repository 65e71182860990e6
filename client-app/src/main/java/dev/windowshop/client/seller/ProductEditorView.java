package dev.windowshop.client.seller;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.Icons;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.SellerProduct;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A product while its seller edits it: pictures, words, options and the variants they make.
public final class ProductEditorView implements Page {
  private static final double MOST_WIDTH = 820;
  private static final Map<SellerProduct.Status, String> STATES =
      Map.of(
          SellerProduct.Status.PUBLISHED, "On sale",
          SellerProduct.Status.DRAFT, "Draft",
          SellerProduct.Status.ARCHIVED, "Put away");

  private final ProductEditorViewModel model;
  private final SellerContext context;
  private final VBox options = new VBox(12);
  private final GridPane variants = new GridPane(10, 8);
  private final PageScroll root;

  public ProductEditorView(ProductEditorViewModel model, SellerContext context) {
    this.model = model;
    this.context = context;
    Label title = new Label();
    title.getStyleClass().add("t-page");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.product().get() == null ? "A new product" : model.title().get(),
                model.product(),
                model.title()));
    title.setWrapText(true);
    VBox column =
        new VBox(
            24,
            title,
            conflict(),
            Parts.card("Pictures", new PictureStrip(model, context.pictures())),
            Parts.card(
                "What it is",
                Parts.field("Name", model.title(), "Stoneware mug"),
                Parts.area(
                    "Description",
                    model.description(),
                    "Paragraphs, - lists and **bold** words",
                    6),
                kindAndBrand(),
                Parts.field("Tags, separated by commas", model.tags(), "kitchen, handmade"),
                Parts.area("Facts, one a line", model.attributes(), "Material: stoneware", 3)),
            Parts.card("What it comes in", optionWords(), options, addOption()),
            Parts.card("Prices and stock", variants, sameForAll()),
            foot());
    root = new PageScroll(Parts.middle(column, MOST_WIDTH));
    model.options().addListener((InvalidationListener) change -> fillOptions());
    model.variants().addListener((InvalidationListener) change -> fillVariants());
    fillOptions();
    fillVariants();
  }

  private Node kindAndBrand() {
    ComboBox<String> kind = new ComboBox<>();
    kind.setEditable(true);
    kind.setMaxWidth(Double.MAX_VALUE);
    kind.setPromptText("Mugs");
    kind.setAccessibleText("Kind");
    kind.getEditor().textProperty().bindBidirectional(model.category());
    context
        .catalog()
        .home()
        .observe(home ->
            context
                .ui()
                .execute(() ->
                    kind.getItems()
                        .setAll(home.categories().stream().map(Category::name).toList())));
    Label label = new Label("Kind");
    label.getStyleClass().add("t-strong");
    label.setLabelFor(kind);
    VBox kinds = new VBox(6, label, kind);
    Node brand = Parts.field("Maker", model.brand(), "Fern & Kiln");
    HBox.setHgrow(kinds, Priority.ALWAYS);
    HBox.setHgrow(brand, Priority.ALWAYS);
    return new HBox(12, kinds, brand);
  }

  private static Node optionWords() {
    return Parts.words(
        "Sizes, colours and the like: up to three, each with its values. Every combination gets its"
            + " own price and stock.");
  }

  private void fillOptions() {
    options.getChildren().setAll(model.options().stream().map(this::option).toList());
  }

  private Node option(OptionRow option) {
    TextField name = new TextField();
    name.setPromptText("Size");
    name.setAccessibleText("Name of the option");
    name.textProperty().bindBidirectional(option.name());
    name.setPrefWidth(150);
    TextField values = new TextField();
    values.setPromptText("Small, Medium, Large");
    values.setAccessibleText("Values, separated by commas");
    values.textProperty().bindBidirectional(option.values());
    HBox.setHgrow(values, Priority.ALWAYS);
    for (TextField field : List.of(name, values)) {
      field.setOnAction(event -> model.makeVariants());
      String[] before = {field.getText()};
      field
          .focusedProperty()
          .addListener((property, was, focused) -> {
            // Only what was changed makes new combinations: some may be left out on purpose.
            if (focused) {
              before[0] = field.getText();
            } else if (!field.getText().equals(before[0]) && option.complete()) {
              model.makeVariants();
            }
          });
    }
    Button remove =
        Icons.button(Feather.TRASH_2, "Without this option", () -> model.removeOption(option));
    HBox row = new HBox(10, name, values, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node addOption() {
    Button add = new Button("Add an option", Icons.of(Feather.PLUS, "icon-small"));
    add.setOnAction(event -> model.addOption());
    add.disableProperty()
        .bind(
            Bindings.size(model.options())
                .greaterThanOrEqualTo(ProductEditorViewModel.MOST_OPTIONS));
    return add;
  }

  private void fillVariants() {
    variants.getChildren().clear();
    String[] heads = {"", "Price", "Before", "Stock", "SKU"};
    boolean named = model.variants().size() > 1 || !model.options().isEmpty();
    for (int column = named ? 0 : 1; column < heads.length; column++) {
      Label head = new Label(heads[column]);
      head.getStyleClass().addAll("t-muted", "t-small");
      variants.add(head, column, 0);
    }
    int row = 1;
    for (VariantRow variant : model.variants()) {
      if (named) {
        Label name = new Label(variant.name());
        name.getStyleClass().add("t-strong");
        name.setMinWidth(110);
        name.setWrapText(true);
        GridPane.setHalignment(name, HPos.LEFT);
        variants.add(name, 0, row);
      }
      variants.add(cell(variant.price(), variant.name() + " price", 96), 1, row);
      variants.add(cell(variant.before(), variant.name() + " price before", 96), 2, row);
      variants.add(cell(variant.stock(), variant.name() + " stock", 80), 3, row);
      TextField sku = cell(variant.sku(), variant.name() + " SKU", 140);
      GridPane.setHgrow(sku, Priority.ALWAYS);
      variants.add(sku, 4, row);
      row++;
    }
  }

  private static TextField cell(
      javafx.beans.property.StringProperty value, String name, double width) {
    TextField field = new TextField();
    field.setAccessibleText(name.strip());
    field.textProperty().bindBidirectional(value);
    field.setPrefWidth(width);
    field.getStyleClass().add("grid-field");
    return field;
  }

  private Node sameForAll() {
    Button same = Parts.button("Same price for all", "quiet", model::samePriceForAll);
    Parts.shown(same, Bindings.size(model.variants()).greaterThan(1));
    return same;
  }

  private Node foot() {
    ToggleGroup group = new ToggleGroup();
    HBox states = new HBox(6);
    for (SellerProduct.Status state :
        List.of(
            SellerProduct.Status.PUBLISHED,
            SellerProduct.Status.DRAFT,
            SellerProduct.Status.ARCHIVED)) {
      ToggleButton pill = new ToggleButton(STATES.get(state));
      pill.getStyleClass().add("pill");
      pill.setToggleGroup(group);
      pill.setOnAction(event -> {
        pill.setSelected(true);
        model.status().set(state);
      });
      model.status().subscribe(now -> pill.setSelected(now == state));
      states.getChildren().add(pill);
    }
    Button save = new Button();
    save.textProperty().bind(Bindings.when(model.busy()).then("Saving…").otherwise("Save"));
    save.getStyleClass().addAll("primary", "large");
    save.setMinWidth(120);
    save.disableProperty().bind(model.busy());
    save.setOnAction(event -> model.save(this::saved));
    Button delete =
        Parts.button(
            "Delete",
            "danger",
            () ->
                model.delete(() -> {
                  context.navigator().replace(new Destination.Sell());
                  context.notices().show("It's gone. Orders keep what they say of it.");
                }));
    Parts.shown(delete, model.product().isNotNull());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(12, states, gap, delete, save);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(12, Parts.trouble(model.trouble()), row);
  }

  private void saved(SellerProduct now) {
    context.navigator().replace(new Destination.EditProduct(now.product().id()));
    context
        .notices()
        .show(
            now.status() == SellerProduct.Status.PUBLISHED
                ? "Saved. Shoppers see it."
                : "Saved. Nobody but you sees it.",
            "Look at it",
            () -> context.navigator().go(new Destination.ProductPage(now.product().id())));
  }

  private Node conflict() {
    VBox rows = new VBox(10);
    Label heading = new Label("Somebody saved this product while you were writing");
    heading.getStyleClass().add("t-strong");
    Button mine = Parts.button("Keep what I wrote", "primary", () -> model.keepMine(this::saved));
    Button theirs = Parts.button("Take what is there", "", model::takeTheirs);
    HBox ways = new HBox(12, mine, theirs);
    VBox box = new VBox(14, heading, rows, ways);
    box.getStyleClass().addAll("card", "cart-changes");
    Parts.shown(box, Bindings.isNotEmpty(model.conflict()));
    model
        .conflict()
        .addListener(
            (InvalidationListener)
                change -> {
                  rows.getChildren().clear();
                  model.conflict().stream()
                      .filter(difference -> !difference.field().equals("version"))
                      .forEach(difference -> rows.getChildren().add(difference(difference)));
                  if (!model.conflict().isEmpty()) {
                    root.setVvalue(0);
                  }
                });
    return box;
  }

  private static Node difference(SellerProduct.Difference difference) {
    Label field = new Label(EditorWords.field(difference.field()));
    field.getStyleClass().add("t-strong");
    VBox there = side("There now", EditorWords.value(difference.theirs()));
    VBox here = side("Yours", EditorWords.value(difference.yours()));
    HBox sides = new HBox(16, there, here);
    return new VBox(4, field, sides);
  }

  private static VBox side(String name, String value) {
    Label head = new Label(name);
    head.getStyleClass().addAll("t-small", "t-muted");
    Label text = new Label(value);
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(2, head, text);
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setPrefWidth(300);
    return box;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public boolean follow(Destination next) {
    SellerProduct now = model.product().get();
    return now != null && next.equals(new Destination.EditProduct(now.product().id()));
  }
}

package dev.windowshop.client.store;

import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Recommendations, shelf by shelf, each shelf under its reason; a newcomer is asked first what
/// they like.
public final class ForYouView implements Page {
  private final ForYouViewModel model;
  private final CardCells cards;
  private final VBox shelves = new VBox();
  private final PageScroll scroll;
  private final SeenWatch seen;

  public ForYouView(ForYouViewModel model, StoreContext context) {
    this.model = model;
    cards = new CardCells(context.pictures(), StoreActions.personal(context));
    Label title = new Label("For you");
    title.getStyleClass().add("t-page");
    Label note = new Label();
    note.getStyleClass().addAll("t-emphasis", "t-muted");
    note.setWrapText(true);
    note.textProperty().bind(note(context.signedIn()));
    Label ask = new Label("Tap two or three things that you like");
    ask.getStyleClass().add("t-section");
    ask.setWrapText(true);
    VBox taps = new VBox(12, ask, new LikesPicker(model.categories(), model.liked(), model::tap));
    taps.getStyleClass().addAll("card", "newcomer");
    taps.visibleProperty().bind(model.newcomer().and(Bindings.isNotEmpty(model.categories())));
    taps.managedProperty().bind(taps.visibleProperty());
    shelves.getStyleClass().add("shelves");
    VBox content = new VBox(new VBox(6, title, note), taps, shelves);
    content.getStyleClass().add("page");
    scroll = new PageScroll(content);
    seen = new SeenWatch(scroll, context.catalog().interests());
    model.shelves().addListener((ListChangeListener<ForYouViewModel.ReasonShelf>) change -> fill());
    model.fresh().addListener((ListChangeListener<Product>) change -> fill());
    model.known().subscribe(known -> fill());
  }

  static StringBinding note(ObservableBooleanValue signedIn) {
    return Bindings.createStringBinding(
        () ->
            signedIn.get()
                ? "From what you looked at and kept."
                : "From what you looked at on this machine. Sign in and it comes along.",
        signedIn);
  }

  private void fill() {
    shelves.getChildren().clear();
    if (!model.known().get()) {
      shelves
          .getChildren()
          .add(
              new Shelf<>(
                  " ",
                  FXCollections.observableArrayList(),
                  cards,
                  new SimpleBooleanProperty(false)));
      return;
    }
    seen.clear();
    int place = 0;
    for (ForYouViewModel.ReasonShelf shelf : model.shelves()) {
      shelves.getChildren().add(shelf(shelf, place));
      place += shelf.items().size();
    }
    addFresh();
  }

  private Node shelf(ForYouViewModel.ReasonShelf shelf, int place) {
    List<Product> products = shelf.items().stream().map(Recommendations.Item::product).toList();
    if (shelf.wall()) {
      Label title = new Label(shelf.reason());
      title.getStyleClass().add("t-section");
      CardWall cells = new CardWall(products, cards.pictures(), cards.actions());
      seen.wall("for-you", cells, shelf.items(), place);
      VBox wall = new VBox(title, cells);
      wall.getStyleClass().add("shelf");
      return wall;
    }
    Shelf<Product> row = row(shelf.reason(), products);
    seen.row("for-you", row, shelf::items, place);
    return row;
  }

  private Shelf<Product> row(String title, List<Product> products) {
    return new Shelf<>(
        title, FXCollections.observableArrayList(products), cards, new SimpleBooleanProperty(true));
  }

  /// What came into the shop lately, before the rest in rows.
  private void addFresh() {
    if (model.fresh().isEmpty()) {
      return;
    }
    Shelf<Product> row = row("New for you", model.fresh());
    int last = shelves.getChildren().size();
    boolean wall = !model.shelves().isEmpty() && model.shelves().getLast().wall();
    shelves.getChildren().add(wall ? last - 1 : last, row);
    seen.row("new", row, model.fresh());
  }

  @Override
  public Node node() {
    return scroll;
  }

  @Override
  public void activate() {
    seen.activate();
    model.refresh();
  }

  @Override
  public void deactivate() {
    seen.deactivate();
  }
}

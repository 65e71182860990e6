package dev.windowshop.client.store;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Recommendations, shelf by shelf, each shelf under its reason.
public final class ForYouView implements Page {
  private static final int LEAST_ON_A_SHELF = 4;
  private static final int MOST_ON_A_SHELF = 12;
  private static final String THE_REST = "More for you";

  private final ForYouViewModel model;
  private final CardCells cards;
  private final VBox shelves = new VBox();
  private final StackPane root = new StackPane();

  public ForYouView(ForYouViewModel model, StoreContext context) {
    this.model = model;
    StoreActions actions = new StoreActions(context);
    cards = new CardCells(context.pictures(), actions);
    Label title = new Label("For you");
    title.getStyleClass().add("t-page");
    Label note = new Label();
    note.getStyleClass().addAll("t-emphasis", "t-muted");
    note.setWrapText(true);
    note.textProperty().bind(note(context.signedIn()));
    shelves.getStyleClass().add("shelves");
    VBox content = new VBox(new VBox(6, title, note), shelves);
    content.getStyleClass().add("page");
    PageScroll scroll = new PageScroll(content);
    EmptyState away =
        new EmptyState(
            Feather.CLOUD_OFF,
            "Nothing to show just now",
            "What is picked for you shows as soon as the connection is back.",
            "Go to the store",
            () -> context.navigator().go(new Destination.Home()));
    away.visibleProperty().bind(model.failed());
    scroll.visibleProperty().bind(model.failed().not());
    root.getChildren().addAll(scroll, away);
    model.items().addListener((ListChangeListener<Recommendations.Item>) change -> fill());
    model.known().subscribe(known -> fill());
  }

  static StringBinding note(ObservableBooleanValue signedIn) {
    return Bindings.createStringBinding(
        () ->
            signedIn.get()
                ? "From what you looked at and kept."
                : "What others love. Sign in and it becomes yours.",
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
    Map<String, List<Product>> byReason = new LinkedHashMap<>();
    for (Recommendations.Item item : model.items()) {
      byReason
          .computeIfAbsent(item.reason().text(), reason -> new ArrayList<>())
          .add(item.product());
    }
    List<Product> rest = new ArrayList<>();
    String restTitle = byReason.size() == 1 ? byReason.keySet().iterator().next() : THE_REST;
    byReason.forEach((reason, products) -> {
      if (byReason.size() == 1 || products.size() < LEAST_ON_A_SHELF) {
        rest.addAll(products);
        return;
      }
      List<Product> front = products.subList(0, Math.min(products.size(), MOST_ON_A_SHELF));
      rest.addAll(products.subList(front.size(), products.size()));
      shelves
          .getChildren()
          .add(
              new Shelf<>(
                  reason,
                  FXCollections.observableArrayList(front),
                  cards,
                  new SimpleBooleanProperty(true)));
    });
    if (!rest.isEmpty()) {
      Label title = new Label(restTitle);
      title.getStyleClass().add("t-section");
      VBox wall = new VBox(title, new CardWall(rest, cards.pictures(), cards.actions()));
      wall.getStyleClass().add("shelf");
      shelves.getChildren().add(wall);
    }
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    model.refresh();
  }
}

package dev.windowshop.client.store;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.EmptyState;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
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
  private static final int MOST_SHELVES = 8;

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
          .computeIfAbsent(item.reason().text(), reason -> new java.util.ArrayList<>())
          .add(item.product());
    }
    byReason.entrySet().stream()
        .limit(MOST_SHELVES)
        .forEach(entry ->
            shelves
                .getChildren()
                .add(
                    new Shelf<>(
                        entry.getKey(),
                        FXCollections.observableArrayList(entry.getValue()),
                        cards,
                        new SimpleBooleanProperty(true))));
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

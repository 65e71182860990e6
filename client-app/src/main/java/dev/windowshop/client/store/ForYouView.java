package dev.windowshop.client.store;

import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Recommendations, shelf by shelf, each shelf under its reason; a newcomer is asked first what
/// they like.
public final class ForYouView implements Page {
  private static final Duration SEEN = Duration.seconds(1);
  private static final int SEEN_ON_A_SHELF = 4;

  private final ForYouViewModel model;
  private final Interests interests;
  private final CardCells cards;
  private final VBox shelves = new VBox();
  private final PageScroll scroll;
  private final PauseTransition looking = new PauseTransition(SEEN);
  private final Set<String> told = new HashSet<>();

  public ForYouView(ForYouViewModel model, StoreContext context) {
    this.model = model;
    this.interests = context.catalog().interests();
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
    model.shelves().addListener((ListChangeListener<ForYouViewModel.ReasonShelf>) change -> fill());
    model.known().subscribe(known -> fill());
    looking.setOnFinished(event -> tellWhatIsSeen());
    scroll.vvalueProperty().subscribe(value -> looking.playFromStart());
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
    for (ForYouViewModel.ReasonShelf shelf : model.shelves()) {
      List<Product> products = shelf.items().stream().map(Recommendations.Item::product).toList();
      if (shelf.wall()) {
        Label title = new Label(shelf.reason());
        title.getStyleClass().add("t-section");
        VBox wall = new VBox(title, new CardWall(products, cards.pictures(), cards.actions()));
        wall.getStyleClass().add("shelf");
        wall.setUserData(shelf);
        shelves.getChildren().add(wall);
      } else {
        Shelf<Product> row =
            new Shelf<>(
                shelf.reason(),
                FXCollections.observableArrayList(products),
                cards,
                new SimpleBooleanProperty(true));
        row.setUserData(shelf);
        shelves.getChildren().add(row);
      }
    }
    looking.playFromStart();
  }

  /// A shelf that has been in view for a second was seen, once a visit.
  private void tellWhatIsSeen() {
    double top = scroll.localToScene(0, 0).getY();
    double bottom = top + scroll.getHeight();
    int place = 0;
    for (Node node : shelves.getChildren()) {
      if (node.getUserData() instanceof ForYouViewModel.ReasonShelf shelf) {
        double y = node.localToScene(0, 0).getY();
        boolean inView = node.getScene() != null && y > top - 120 && y + 160 < bottom;
        if (inView && told.add(shelf.reason())) {
          int end = Math.min(SEEN_ON_A_SHELF, shelf.items().size());
          interests.shown("for-you", shelf.items().subList(0, end), place);
        }
        place += shelf.items().size();
      }
    }
  }

  @Override
  public Node node() {
    return scroll;
  }

  @Override
  public void activate() {
    told.clear();
    model.refresh();
    looking.playFromStart();
  }

  @Override
  public void deactivate() {
    looking.stop();
  }
}

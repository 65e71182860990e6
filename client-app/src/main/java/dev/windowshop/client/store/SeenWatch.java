package dev.windowshop.client.store;

import dev.windowshop.client.shell.look.PageScroll;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Recommendations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Tells which of the things that are picked for the shopper were really seen: in view for a
/// second, each once a visit, with its place on its shelf. FX thread only.
final class SeenWatch {
  private static final Duration SEEN = Duration.seconds(1);

  /// So much of a shelf has to be in view: its title and most of the pictures.
  private static final double ENOUGH = 160;

  /// Which places of a shelf are in view.
  interface Places {
    int first();

    /// The place after the last.
    int end();
  }

  private record Watched(
      String list,
      Node node,
      Supplier<List<Recommendations.Item>> items,
      int from,
      Places places) {}

  private record Told(String list, String productId) {}

  private final Region view;
  private final Interests interests;
  private final PauseTransition looking = new PauseTransition(SEEN);
  private final List<Watched> shelves = new ArrayList<>();
  private final Set<Told> told = new HashSet<>();
  private boolean active;

  /// @param scroll what the shelves scroll in
  SeenWatch(PageScroll scroll, Interests interests) {
    this.view = scroll;
    this.interests = interests;
    looking.setOnFinished(event -> look());
    scroll.vvalueProperty().subscribe(value -> later());
  }

  /// @param list what it is called for whoever counts
  /// @param items those on the shelf, with what chance had to do with it
  /// @param from the place of the first of them in the list
  SeenWatch row(
      String list, Shelf<Product> shelf, Supplier<List<Recommendations.Item>> items, int from) {
    shelf.row().onMoved(this::later);
    return add(new Watched(list, shelf, items, from, shelf.row().places()));
  }

  /// A shelf on which chance had no part.
  SeenWatch row(String list, Shelf<Product> shelf, List<Product> items) {
    return row(list, shelf, () -> plain(items), 0);
  }

  /// A shelf in rows.
  SeenWatch wall(String list, CardWall wall, List<Recommendations.Item> items, int from) {
    return add(new Watched(list, wall, () -> items, from, wall.placesIn(view)));
  }

  private SeenWatch add(Watched shelf) {
    shelves.add(shelf);
    later();
    return this;
  }

  /// The shelves are made anew; what was told of stays told.
  void clear() {
    shelves.clear();
  }

  /// What is picked without chance.
  private static List<Recommendations.Item> plain(List<Product> products) {
    return products.stream()
        .map(
            product -> new Recommendations.Item(product, new Recommendations.Reason("", null), 1.0))
        .toList();
  }

  void activate() {
    active = true;
    told.clear();
    later();
  }

  void deactivate() {
    active = false;
    looking.stop();
  }

  /// Something moved: it has to stay for a second from now.
  void later() {
    if (active) {
      looking.playFromStart();
    }
  }

  private void look() {
    for (Watched shelf : shelves) {
      if (inView(shelf.node())) {
        tell(shelf);
      }
    }
  }

  private boolean inView(Node node) {
    if (node.getScene() == null || !node.isVisible()) {
      return false;
    }
    double top = view.localToScene(0, 0).getY();
    double bottom = top + view.getHeight();
    double from = Math.max(top, node.localToScene(0, 0).getY());
    double to =
        Math.min(bottom, node.localToScene(0, 0).getY() + node.getLayoutBounds().getHeight());
    return to - from >= ENOUGH;
  }

  private void tell(Watched shelf) {
    List<Recommendations.Item> items = shelf.items().get();
    List<Recommendations.Item> run = new ArrayList<>();
    int end = Math.min(items.size(), shelf.places().end());
    for (int place = Math.max(0, shelf.places().first()); place <= end; place++) {
      boolean fresh =
          place < end && told.add(new Told(shelf.list(), items.get(place).product().id()));
      if (fresh) {
        run.add(items.get(place));
      } else if (!run.isEmpty()) {
        interests.shown(shelf.list(), List.copyOf(run), shelf.from() + place - run.size());
        run.clear();
      }
    }
  }
}

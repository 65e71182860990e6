package dev.windowshop.client.shell;

import dev.windowshop.client.shell.look.Motion;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Shows the current destination's page and keeps the latest ones as they were left.
final class PageHost extends StackPane {
  private static final int KEPT = 8;

  private final PageFactory factory;
  private final LinkedHashMap<Destination, Page> kept = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable Page shown;

  PageHost(PageFactory factory) {
    this.factory = factory;
    getStyleClass().add("page-host");
  }

  /// @param replacing whether it takes the place of the destination before
  void show(Destination destination, boolean replacing) {
    Page before = shown;
    if (replacing && before != null && before.follow(destination)) {
      kept.values().remove(before);
      kept.put(destination, before);
      return;
    }
    Page page = kept.computeIfAbsent(destination, factory::page);
    if (page == shown) {
      return;
    }
    if (shown != null) {
      shown.deactivate();
    }
    shown = page;
    forgetOldest();
    Node node = page.node();
    getChildren().setAll(node);
    page.activate();
    node.setOpacity(0);
    Motion.move(node.opacityProperty(), 1.0, Motion.QUICK);
  }

  private void forgetOldest() {
    var pages = kept.entrySet().iterator();
    while (kept.size() > KEPT && pages.hasNext()) {
      Map.Entry<Destination, Page> oldest = pages.next();
      if (oldest.getValue() != shown) {
        pages.remove();
      }
    }
  }
}

package dev.windowshop.client.shell;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The mark: a shop window under its awning.
final class Brand {
  private Brand() {}

  static Node mark(double size) {
    Region ground = new Region();
    ground.getStyleClass().add("mark-ground");
    Region window = new Region();
    window.getStyleClass().add("mark-window");
    window.setMinSize(size * 0.58, size * 0.58);
    window.setMaxSize(size * 0.58, size * 0.58);
    StackPane mark = new StackPane(ground, window);
    mark.setMinSize(size, size);
    mark.setPrefSize(size, size);
    mark.setMaxSize(size, size);
    return mark;
  }
}

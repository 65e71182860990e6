package dev.windowshop.client.store;

import dev.windowshop.protocol.Category;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/// Categories to tap on: what somebody likes. Each tap counts at once.
final class LikesPicker extends FlowPane {
  private final ObservableList<Category> categories;
  private final ObservableList<String> liked;
  private final Consumer<Category> tap;

  LikesPicker(
      ObservableList<Category> categories, ObservableList<String> liked, Consumer<Category> tap) {
    super(8, 8);
    this.categories = categories;
    this.liked = liked;
    this.tap = tap;
    getStyleClass().add("likes-picker");
    categories.addListener((ListChangeListener<Category>) change -> fill());
    liked.addListener((ListChangeListener<String>) change -> select());
    fill();
  }

  private void fill() {
    getChildren()
        .setAll(
            List.copyOf(categories).stream()
                .map(category -> {
                  ToggleButton pill = new ToggleButton(category.name());
                  pill.getStyleClass().add("pill");
                  pill.setUserData(category.id());
                  pill.setOnAction(event -> tap.accept(category));
                  return pill;
                })
                .toList());
    select();
  }

  private void select() {
    getChildren()
        .forEach(node -> {
          if (node instanceof ToggleButton pill) {
            pill.setSelected(liked.contains(String.valueOf(pill.getUserData())));
          }
        });
  }
}

package dev.windowshop.client.gallery;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.util.Duration;

/// What a hand would do to a screen of the gallery.
final class GalleryTouch {
  private GalleryTouch() {}

  static void fire(GalleryWindow window, String words) {
    window.shell.root().lookupAll(".button").stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> words.equals(button.getText()))
        .findFirst()
        .ifPresent(Button::fire);
  }

  static void fireToggle(GalleryWindow window, String words) {
    window.shell.root().lookupAll(".toggle-button").stream()
        .filter(node -> node instanceof ToggleButton button && words.equals(button.getText()))
        .forEach(node -> ((ToggleButton) node).fire());
  }

  static void scroll(GalleryWindow window, double part) {
    // A page that was left is still in the scene.
    for (Node node : window.shell.root().lookupAll(".page-scroll")) {
      if (node instanceof ScrollPane scroll) {
        scroll.setVvalue(part);
      }
    }
  }

  static void after(double millis, Runnable run) {
    PauseTransition pause = new PauseTransition(Duration.millis(millis));
    pause.setOnFinished(event -> run.run());
    pause.play();
  }
}

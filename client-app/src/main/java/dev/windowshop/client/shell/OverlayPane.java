package dev.windowshop.client.shell;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The place of an overlay.
final class OverlayPane extends StackPane implements Overlay {
  private @Nullable Runnable closed;

  OverlayPane() {
    setVisible(false);
  }

  @Override
  public void show(Node content, Runnable whenClosed) {
    close();
    closed = whenClosed;
    getChildren().setAll(content);
    setVisible(true);
    content.requestFocus();
  }

  @Override
  public void close() {
    setVisible(false);
    getChildren().clear();
    Runnable after = closed;
    closed = null;
    if (after != null) {
      after.run();
    }
  }
}

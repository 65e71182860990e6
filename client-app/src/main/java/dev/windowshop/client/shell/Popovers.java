package dev.windowshop.client.shell;

import javafx.scene.Node;

/// A card beside what was pressed, one at a time. A click elsewhere and Escape close it.
public interface Popovers {
  /// In the place of the one that is open, if any.
  ///
  /// @param beside what it belongs to: pressed again, it closes
  /// @param closed run once it is gone, however it went
  void show(Node content, Node beside, Runnable closed);

  void close();
}

package dev.windowshop.client.shell;

import javafx.scene.Node;

/// What lies over the whole window, one at a time: a picture to look at.
public interface Overlay {
  /// In the place of the one that is there, if any.
  ///
  /// @param closed run once it is gone, however it went
  void show(Node content, Runnable closed);

  void close();
}

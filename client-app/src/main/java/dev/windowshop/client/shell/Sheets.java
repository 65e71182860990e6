package dev.windowshop.client.shell;

import javafx.scene.Node;

/// A card in the middle of the window, over everything, one at a time. Escape and a click beside it
/// close it.
public interface Sheets {
  /// In the place of the one that is open, if any.
  ///
  /// @param closed run once it is gone, however it went
  void show(Node card, Runnable closed);

  /// Over the whole window, without a card around it.
  ///
  /// @param closed run once it is gone, however it went
  void fill(Node content, Runnable closed);

  default void show(Node card) {
    show(card, () -> {});
  }

  void close();
}

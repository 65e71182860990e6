package dev.windowshop.client.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;

/// The call's place in the window.
public interface CallStage {
  /// Tiles and controls: above the conversation, at the top of the dock, while [#active()].
  Node tiles();

  /// True from dialling or accepting until the call has ended. The dock opens when it becomes true
  /// and stays open while it is.
  ReadOnlyBooleanProperty active();

  /// The card of somebody who rings: floats over the window's top right corner while [#ringing()].
  Node ringingCard();

  ReadOnlyBooleanProperty ringing();

  /// What is to be known over the page: that one is in a call on another device, or waits to be let
  /// into one. Takes no room otherwise.
  Node bars();
}

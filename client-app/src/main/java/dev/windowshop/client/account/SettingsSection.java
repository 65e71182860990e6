package dev.windowshop.client.account;

import javafx.scene.Node;

/// A part of the settings page, made once a visit. What it observes must not outlive the page: use
/// what [#deactivate] lets go of.
public interface SettingsSection {
  Node node();

  /// The page came into view.
  default void activate() {}

  /// The page went out of view.
  default void deactivate() {}
}

package dev.windowshop.client.account;

import javafx.scene.Node;
import javafx.scene.control.Label;

/// Where the shop is.
public final class RelaySection implements SettingsSection {
  private final SettingsCard card;

  /// @param relay the relay's address, to be read
  public RelaySection(String relay) {
    Label address = new Label(relay);
    address.getStyleClass().add("t-strong");
    address.setWrapText(true);
    card =
        new SettingsCard(
            "Relay",
            address,
            SettingsCard.words(
                "The shop, your chats and calls go through this relay. Start the app with --relay"
                    + " to use another."));
  }

  @Override
  public Node node() {
    return card;
  }
}

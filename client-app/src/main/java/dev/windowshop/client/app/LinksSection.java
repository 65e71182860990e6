package dev.windowshop.client.app;

import dev.windowshop.client.account.SettingsCard;
import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.client.platform.Settings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Whether this app looks at the pages behind links that are sent from here. On the FX thread.
final class LinksSection implements SettingsSection {
  private static final String KEY = "links.preview";

  private final CheckBox box = new CheckBox("Send a preview of links");
  private final Settings settings;
  private final SettingsCard card;

  LinksSection(Settings settings) {
    this.settings = settings;
    box.setOnAction(_ -> settings.set(KEY, box.isSelected()));
    Label what =
        new Label(
            "While you write, this computer asks the page for its title and picture. Whoever gets"
                + " your message asks it for nothing.");
    what.getStyleClass().add("t-muted");
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    card = new SettingsCard("Links", box, what);
  }

  /// Any thread.
  static boolean wanted(Settings settings) {
    return settings.flag(KEY, true);
  }

  @Override
  public Node node() {
    return card;
  }

  @Override
  public void activate() {
    box.setSelected(wanted(settings));
  }
}

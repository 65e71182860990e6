package dev.windowshop.client.app;

import dev.windowshop.client.account.SettingsCard;
import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.client.platform.Settings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Whether signing out takes what is one's own away from this machine. On the FX thread.
final class ForgetSection implements SettingsSection {
  private static final String KEY = "signout.forgets";

  private final CheckBox box = new CheckBox("Leave nothing here when I sign out");
  private final Settings settings;
  private final SettingsCard card;

  ForgetSection(Settings settings) {
    this.settings = settings;
    box.setOnAction(_ -> settings.set(KEY, box.isSelected()));
    Label what =
        new Label(
            "Conversations, orders, statuses and what was not sent yet go from this machine. All but"
                + " the last is there again when you sign in.");
    what.getStyleClass().add("t-muted");
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    card = new SettingsCard("Signing out", box, what);
  }

  /// Any thread.
  static boolean wanted(Settings settings) {
    return settings.flag(KEY, false);
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

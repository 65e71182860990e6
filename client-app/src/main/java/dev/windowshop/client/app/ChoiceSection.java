package dev.windowshop.client.app;

import dev.windowshop.client.account.SettingsCard;
import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.client.platform.Settings;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A [Choice], with a sentence on what it means. On the FX thread.
final class ChoiceSection implements SettingsSection {
  private final Choice choice;
  private final Settings settings;
  private final CheckBox box;
  private final SettingsCard card;

  ChoiceSection(Choice choice, Settings settings) {
    this.choice = choice;
    this.settings = settings;
    box = new CheckBox(choice.question());
    box.setOnAction(_ -> choice.make(settings, box.isSelected()));
    Label what = new Label(choice.explanation());
    what.getStyleClass().add("t-muted");
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    card = new SettingsCard(choice.title(), box, what);
  }

  @Override
  public Node node() {
    return card;
  }

  @Override
  public void activate() {
    box.setSelected(choice.isMade(settings));
  }
}

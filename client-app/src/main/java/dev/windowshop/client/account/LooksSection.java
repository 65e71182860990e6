package dev.windowshop.client.account;

import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// Light, dark, or as the system.
public final class LooksSection implements SettingsSection {
  private final SettingsCard card;

  public LooksSection(Theme theme) {
    HBox choice = new HBox(8);
    for (ThemeMode mode : ThemeMode.values()) {
      ToggleButton pill = new ToggleButton(name(mode));
      pill.getStyleClass().add("pill");
      pill.setOnAction(event -> {
        theme.mode().set(mode);
        pill.setSelected(true);
      });
      theme.mode().subscribe(now -> pill.setSelected(now == mode));
      choice.getChildren().add(pill);
    }
    card = new SettingsCard("Looks", choice);
  }

  private static String name(ThemeMode mode) {
    return switch (mode) {
      case SYSTEM -> "As the system";
      case LIGHT -> "Light";
      case DARK -> "Dark";
    };
  }

  @Override
  public Node node() {
    return card;
  }
}

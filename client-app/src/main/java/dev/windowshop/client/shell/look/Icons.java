package dev.windowshop.client.shell.look;

import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Line icons. Size and colour come from style classes (`icon-small`, `icon-large`, `icon-muted`,
/// `icon-accent`): the base theme overrides what code sets.
public final class Icons {
  private Icons() {}

  public static FontIcon of(Feather icon, String... styleClasses) {
    FontIcon node = new FontIcon(icon);
    node.getStyleClass().addAll(styleClasses);
    return node;
  }

  /// A round button with only an icon; the name is its tooltip and what a screen reader says.
  public static Button button(Feather icon, String name, Runnable action) {
    Button button = new Button();
    button.setGraphic(of(icon));
    button.getStyleClass().add("icon-button");
    button.setAccessibleText(name);
    Tips.put(button, name);
    button.setOnAction(event -> action.run());
    return button;
  }
}

package dev.windowshop.client.account;

import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.look.PageScroll;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The settings, one section under the other.
public final class SettingsView implements Page {
  private static final double MOST_WIDTH = 640;

  private final List<SettingsSection> sections;
  private final Node root;

  public SettingsView(List<SettingsSection> sections) {
    this.sections = List.copyOf(sections);
    Label title = new Label("Settings");
    title.getStyleClass().add("t-page");
    VBox column = new VBox(24, title);
    sections.forEach(section -> column.getChildren().add(section.node()));
    column.setMaxWidth(MOST_WIDTH);
    StackPane content = new StackPane(column);
    content.setAlignment(Pos.TOP_CENTER);
    content.getStyleClass().add("page");
    root = new PageScroll(content);
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void activate() {
    sections.forEach(SettingsSection::activate);
  }

  @Override
  public void deactivate() {
    sections.forEach(SettingsSection::deactivate);
  }
}

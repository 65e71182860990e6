package dev.windowshop.client.update;

import dev.windowshop.client.account.SettingsCard;
import dev.windowshop.client.account.SettingsSection;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// The part of the settings page about the app's own version.
public final class UpdatesView implements SettingsSection {
  private final UpdatesViewModel model;
  private final SettingsCard card;

  public UpdatesView(UpdatesViewModel model) {
    this.model = model;
    Label words = new Label();
    words.setWrapText(true);
    words.textProperty().bind(model.words());
    Label notes = new Label();
    notes.setWrapText(true);
    notes.getStyleClass().add("t-muted");
    notes.textProperty().bind(model.notes());
    notes.visibleProperty().bind(model.notes().isNotEmpty());
    notes.managedProperty().bind(notes.visibleProperty());
    Button button = new Button();
    button.textProperty().bind(model.action());
    button.disableProperty().bind(model.busy());
    button.visibleProperty().bind(model.action().isNotEmpty());
    button.managedProperty().bind(button.visibleProperty());
    button.setOnAction(_ -> model.act());
    card = new SettingsCard("Version", words, notes, button);
  }

  @Override
  public Node node() {
    return card;
  }

  @Override
  public void activate() {
    model.activate();
  }

  @Override
  public void deactivate() {
    model.deactivate();
  }
}

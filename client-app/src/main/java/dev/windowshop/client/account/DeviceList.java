package dev.windowshop.client.account;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The devices that one is signed in on.
final class DeviceList extends VBox {
  private final DevicesViewModel model;
  private final VBox rows = new VBox(12);
  private final Button others = new Button("Sign out everywhere else");

  DeviceList(DevicesViewModel model) {
    super(12);
    this.model = model;
    Label heading = new Label("Where you are signed in");
    heading.getStyleClass().add("t-emphasis");
    Label trouble = Form.trouble();
    trouble.textProperty().bind(model.trouble());
    others.setOnAction(event -> model.signOutOthers());
    others.disableProperty().bind(model.busy());
    getChildren().addAll(heading, rows, trouble, others);
    model.devices().addListener((ListChangeListener<DevicesViewModel.Device>) change -> fill());
    fill();
  }

  private void fill() {
    rows.getChildren().clear();
    for (DevicesViewModel.Device device : model.devices()) {
      rows.getChildren()
          .add(SettingsCard.row(Feather.MONITOR, device.name(), device.seen(), action(device)));
    }
    boolean several = model.devices().size() > 1;
    others.setVisible(several);
    others.setManaged(several);
  }

  private Region action(DevicesViewModel.Device device) {
    if (device.current()) {
      Label here = new Label("This device");
      here.getStyleClass().add("settings-here");
      return here;
    }
    Button out = new Button("Sign out");
    out.setAccessibleText("Sign out on " + device.name());
    out.setOnAction(event -> model.signOut(device));
    out.disableProperty().bind(model.busy());
    return out;
  }
}

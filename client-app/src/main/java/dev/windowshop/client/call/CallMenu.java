package dev.windowshop.client.call;

import dev.windowshop.client.shell.look.Icons;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/// What is done more rarely in a call.
final class CallMenu {
  private final ContextMenu menu = new ContextMenu();

  CallMenu(CallViewModel model, CallView.Actions actions, CallPlace place) {
    MenuItem layout = item("", Feather.GRID, model::toggleLayout);
    model
        .speakerView()
        .subscribe(yes -> layout.setText(yes ? "Show everybody alike" : "Show the speaker large"));
    // Of two, the other one is large anyway.
    shownWhile(layout, Bindings.size(model.tiles()).greaterThan(2));
    MenuItem window = item("", Feather.EXTERNAL_LINK, place::toggleWindow);
    place
        .apart()
        .subscribe(yes -> window.setText(yes ? "Back beside the shop" : "In a window of its own"));
    MenuItem full = item("Full screen", Feather.MAXIMIZE, place::fullScreen);
    MenuItem share = item("", Feather.MONITOR, actions::chooseScreen);
    model
        .sharing()
        .subscribe(yes -> share.setText(yes ? "Stop sharing" : "Share a screen or a window…"));
    MenuItem invite = item("Invite by a link…", Feather.LINK, actions::makeLink);
    MenuItem devices = item("Camera and sound…", Feather.SETTINGS, actions::chooseDevices);
    CheckMenuItem talk = new CheckMenuItem("Push to talk (hold Space)");
    talk.setSelected(model.pushToTalk().get());
    talk.setOnAction(_ -> model.setPushToTalk(talk.isSelected()));
    CheckMenuItem details = new CheckMenuItem("Connection details");
    details.selectedProperty().bindBidirectional(model.showDetails());
    MenuItem end = item("End for everybody", Feather.PHONE_OFF, actions::endForAll);
    end.getStyleClass().add("danger");
    SeparatorMenuItem line = new SeparatorMenuItem();
    shownWhile(line, model.endable());
    shownWhile(end, model.endable());
    menu.getItems().addAll(share, invite, layout, window, full, devices, talk, details, line, end);
  }

  void show(Node over) {
    menu.show(over, Side.TOP, 0, -4);
  }

  private static void shownWhile(MenuItem item, ObservableValue<Boolean> condition) {
    item.visibleProperty().bind(condition);
  }

  private static MenuItem item(String text, Feather icon, Runnable action) {
    MenuItem item = new MenuItem(text, Icons.of(icon, "icon-small"));
    item.setOnAction(_ -> action.run());
    return item;
  }
}

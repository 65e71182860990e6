package dev.windowshop.client.people;

import dev.windowshop.client.account.SettingsCard;
import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.protocol.Settings;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What may draw attention to itself, on all devices.
public final class NotificationsSection implements SettingsSection {
  private final OwnSettingsViewModel model;
  private final SettingsCard card;

  public NotificationsSection(OwnSettingsViewModel model) {
    this.model = model;
    Label notice = SettingsCard.words("");
    notice.textProperty().bind(model.notice());
    ProfileCardView.shownWhen(notice, model.notice().isNotEmpty());
    card =
        new SettingsCard(
            "Notifications",
            new VBox(
                10,
                box("Messages", "messages", Settings.Notifications::messages),
                box("Groups", "groups", Settings.Notifications::groups),
                box("Calls", "calls", Settings.Notifications::calls),
                box("Orders", "orders", Settings.Notifications::orders),
                box("Offers and things you may like", "offers", Settings.Notifications::offers)),
            new VBox(
                10,
                box("With a sound", "sound", Settings.Notifications::sound),
                box("Show what was written", "preview", Settings.Notifications::preview)),
            notice);
    ProfileCardView.shownWhen(card, model.settings().isNotNull());
  }

  private CheckBox box(String name, String field, Function<Settings.Notifications, Boolean> value) {
    CheckBox box = new CheckBox(name);
    box.setOnAction(_ -> model.turn("notifications", field, box.isSelected()));
    model
        .settings()
        .subscribe(now -> {
          if (now != null) {
            box.setSelected(value.apply(now.notifications()));
          }
        });
    return box;
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

package dev.windowshop.client.app;

import dev.windowshop.client.account.SettingsCard;
import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.platform.system.StartAtLogin;
import dev.windowshop.client.shell.Notices;
import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the app starts with the system; only of an installed one.
final class StartSection implements SettingsSection {
  private static final Logger LOG = LoggerFactory.getLogger(StartSection.class);

  private final CheckBox box = new CheckBox("Start Windowshop when I sign in to this computer");
  private final StartAtLogin start;
  private final Workers workers;
  private final Notices notices;
  private final SettingsCard card;

  StartSection(StartAtLogin start, Workers workers, Notices notices) {
    this.start = start;
    this.workers = workers;
    this.notices = notices;
    box.setOnAction(_ -> change(box.isSelected()));
    card = new SettingsCard("This computer", box);
  }

  @Override
  public Node node() {
    return card;
  }

  @Override
  public void activate() {
    workers
        .io()
        .execute(() -> {
          boolean on = start.isOn();
          FxThread.run(() -> box.setSelected(on));
        });
  }

  private void change(boolean on) {
    workers
        .io()
        .execute(() -> {
          try {
            start.set(on);
          } catch (IOException e) {
            LOG.warn("Start at login", e);
            FxThread.run(() -> {
              box.setSelected(!on);
              notices.show("This computer did not take the setting.");
            });
          }
        });
  }
}

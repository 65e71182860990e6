package dev.windowshop.client.app;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.people.Acquaintances;
import dev.windowshop.client.people.Failures;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.ShellModel;
import dev.windowshop.client.shell.ShellModel.MenuEntry;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.PresenceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.kordamp.ikonli.feather.Feather;

/// What the own picture in the rail opens: how one is shown, and the pages about people. On the FX
/// thread.
final class AccountMenu {
  private static final Map<PresenceStatus, String> CHOICES = choices();

  private final ShellModel model;
  private final Navigator navigator;
  private final Notices notices;
  private final Acquaintances people;
  private final Executor ui;

  AccountMenu(
      ShellModel model, Navigator navigator, Notices notices, Acquaintances people, Executor ui) {
    this.model = model;
    this.navigator = navigator;
    this.notices = notices;
    this.people = people;
    this.ui = ui;
  }

  private static Map<PresenceStatus, String> choices() {
    Map<PresenceStatus, String> choices = new java.util.LinkedHashMap<>();
    choices.put(PresenceStatus.ONLINE, "Online");
    choices.put(PresenceStatus.AWAY, "Away");
    choices.put(PresenceStatus.BUSY, "Busy");
    choices.put(PresenceStatus.OFFLINE, "Unseen");
    return choices;
  }

  void accountIs(Account account) {
    if (!(account instanceof Account.SignedIn signedIn)) {
      model.accountMenu().clear();
      model.accountPresence().set("");
      return;
    }
    Me me = signedIn.me();
    model
        .accountPresence()
        .set(
            switch (me.presence()) {
              case ONLINE -> "online";
              case AWAY -> "away";
              case BUSY -> "busy";
              case OFFLINE, UNKNOWN -> "";
            });
    List<MenuEntry> entries = new ArrayList<>();
    CHOICES.forEach((status, name) ->
        entries.add(
            new MenuEntry(
                name, Feather.CIRCLE, status == me.presence(), false, () -> choose(status))));
    entries.add(page("People", Feather.USERS, new Destination.People(), true));
    if (me.role().moderates()) {
      entries.add(page("Moderation", Feather.SHIELD, new Destination.Moderation(), false));
    }
    entries.add(page("Settings", Feather.SETTINGS, new Destination.Settings(), false));
    model.accountMenu().setAll(entries);
  }

  private MenuEntry page(String name, Feather icon, Destination destination, boolean newGroup) {
    return new MenuEntry(name, icon, false, newGroup, () -> navigator.go(destination));
  }

  private void choose(PresenceStatus status) {
    var unused =
        people
            .choosePresence(status)
            .whenComplete((_, failure) -> {
              if (failure != null) {
                ui.execute(() -> notices.show(Failures.said(failure)));
              }
            });
  }
}

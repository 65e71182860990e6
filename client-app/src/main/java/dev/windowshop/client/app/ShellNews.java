package dev.windowshop.client.app;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.call.CallState;
import dev.windowshop.client.chat.MessageToasts;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.people.OwnSettings;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.ShellModel;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.Settings;

/// What the services say, in the shell's model: who is signed in, what is in the cart, how the
/// relay is reached. On the FX thread.
final class ShellNews {
  private final Services services;
  private final ShellModel model;
  private final LateShell late;
  private final AccountMenu menu;
  private final Runnable signedIn;

  /// @param signedIn hears of somebody who is signed in, when the model says so
  ShellNews(
      Services services, ShellModel model, LateShell late, AccountMenu menu, Runnable signedIn) {
    this.services = services;
    this.model = model;
    this.late = late;
    this.menu = menu;
    this.signedIn = signedIn;
  }

  void listen() {
    services
        .store()
        .cart()
        .cart()
        .observe(cart -> FxThread.run(() -> model.cartCount().set(cart.count())));
    services.core().account().account().observe(now -> FxThread.run(() -> accountIs(now)));
    services.core().socket().state().observe(this::connectionIs);
    services.calls().state().observe(this::callIs);
  }

  private Settings chosen() {
    OwnSettings.Known known = services.people().settings().settings().value();
    return known == null || known.settings() == null ? Settings.DEFAULT : known.settings();
  }

  /// Whether notes may be heard.
  boolean mayBeHeard() {
    return chosen().notifications().sound();
  }

  /// Which notes of messages are wanted. Busy means not to be disturbed.
  MessageToasts.Wanted wanted() {
    Settings chosen = chosen();
    return new MessageToasts.Wanted(
        chosen.notifications().messages(),
        chosen.notifications().groups(),
        chosen.notifications().preview(),
        !"busy".equals(model.accountPresence().get()));
  }

  private void accountIs(Account account) {
    Me me = account instanceof Account.SignedIn known ? known.me() : null;
    menu.accountIs(account);
    model.signedIn().set(me != null);
    model.accountName().set(me == null ? "" : me.displayName());
    model.accountPicture().set(me == null || me.avatarUrl() == null ? "" : me.avatarUrl());
    if (me != null) {
      signedIn.run();
    }
  }

  /// What was not to be had without the relay is asked for as soon as it is back.
  private void connectionIs(ConnectionState state) {
    if (state.reachable()) {
      services.store().catalog().refreshHome();
    }
    boolean exposed = services.core().relay().address().exposed();
    FxThread.run(() -> model.quietLine().set(QuietLine.of(state, exposed)));
  }

  /// Who answers sees the conversation that they are called from, under the tiles; who comes by a
  /// link is in none, and sees their own.
  private void callIs(CallState state) {
    if (!(state instanceof CallState.Joining joining)) {
      return;
    }
    FxThread.run(() -> {
      String conversationId = joining.currentConversation();
      if (conversationId == null || isGuest(joining.call())) {
        late.dock().openList();
      } else {
        late.dock().openConversation(conversationId);
      }
    });
  }

  private boolean isGuest(Call call) {
    Account account = services.core().account().account().value();
    String self = account == null ? null : account.userId();
    return call.participants().stream().anyMatch(one -> one.userId().equals(self) && one.guest());
  }
}

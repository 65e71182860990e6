package dev.windowshop.client.app;

import dev.windowshop.client.account.SystemBrowser;
import dev.windowshop.client.call.CallLinkClient;
import dev.windowshop.client.call.CallLinkSheets;
import dev.windowshop.client.chat.JoinSheet;
import dev.windowshop.client.order.OrderWords;
import dev.windowshop.client.people.PeopleScreens;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.ShellModel;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where links lead: ours into the window, others into the browser. On the FX thread.
final class Links {
  private static final String NOWHERE = "That link leads nowhere in Windowshop.";

  private final Services services;
  private final ShellModel model;
  private final Navigator navigator;
  private final LateShell late;
  private final Supplier<PeopleScreens> people;
  private final CallLinkClient calls;
  private final CallLinkSheets callSheets;

  /// What a link leads to once they have signed in.
  private @Nullable AppLink afterSignIn;

  /// @param self the signed-in user's id, empty for nobody
  /// @param people asked for when a link leads to somebody
  Links(
      Services services,
      ShellModel model,
      Navigator navigator,
      LateShell late,
      Supplier<String> self,
      Supplier<PeopleScreens> people) {
    this.services = services;
    this.model = model;
    this.navigator = navigator;
    this.late = late;
    this.people = people;
    calls = new CallLinkClient(services.core().relay(), services.core().workers().io());
    callSheets = new CallLinkSheets(calls, services.calls(), late, self);
  }

  /// Links into calls.
  CallLinkClient calls() {
    return calls;
  }

  /// Into calls by a link.
  CallLinkSheets callSheets() {
    return callSheets;
  }

  /// An address that somebody wrote: one of ours stays in the window.
  void follow(String address) {
    AppLink link = AppLink.parse(address);
    if (link != null) {
      open(link);
    } else if (address.startsWith("http://") || address.startsWith("https://")) {
      browse(address);
    } else if (address.toLowerCase(Locale.ROOT).startsWith("windowshop:")) {
      late.show(NOWHERE);
    }
  }

  /// What a second start, or the system, wants to be shown; empty for nothing.
  void visit(String word) {
    AppLink link = AppLink.parse(word);
    if (link != null) {
      open(link);
    } else if (!word.isBlank()) {
      late.show(NOWHERE);
    }
  }

  /// Somebody has signed in: what waited for it opens.
  void signedIn() {
    AppLink waiting = afterSignIn;
    afterSignIn = null;
    if (waiting != null) {
      open(waiting);
    }
  }

  /// Where a provider is paid.
  void payPage(String page) {
    OrderWords.payPage(page, services.core().relay().address().base()).ifPresent(this::browse);
  }

  /// What needs an account waits for somebody to sign in.
  private void open(AppLink link) {
    if (link.needsAccount() && !model.signedIn().get()) {
      afterSignIn = link;
      navigator.go(
          new Destination.SignIn(link instanceof AppLink.Person ? new Destination.People() : null));
      return;
    }
    switch (link) {
      case AppLink.Person person -> people.get().openLink(person.username());
      case AppLink.Join join ->
          JoinSheet.show(join.token(), services.chat(), late, late, late.dock()::openConversation);
      case AppLink.Knock knock -> callSheets.open(knock.token(), late::show);
      case AppLink.Product product -> navigator.go(new Destination.ProductPage(product.id()));
      case AppLink.Conversation conversation -> late.dock().openConversation(conversation.id());
    }
  }

  private void browse(String page) {
    services
        .core()
        .workers()
        .io()
        .execute(() -> {
          try {
            new SystemBrowser().open(URI.create(page));
          } catch (IOException e) {
            FxThread.run(() -> late.show("No browser could be opened. The page is " + page));
          }
        });
  }
}

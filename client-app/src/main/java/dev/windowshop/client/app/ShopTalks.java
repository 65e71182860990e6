package dev.windowshop.client.app;

import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.ShellModel;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Asking a shop, about a product or nothing in particular; a guest signs in first. On the FX
/// thread.
final class ShopTalks {
  private final Services services;
  private final ShellModel model;
  private final Navigator navigator;
  private final LateShell late;

  /// What a guest asked the seller about: the conversation opens once they have signed in.
  private @Nullable Product askedAbout;

  ShopTalks(Services services, ShellModel model, Navigator navigator, LateShell late) {
    this.services = services;
    this.model = model;
    this.navigator = navigator;
    this.late = late;
  }

  void askSeller(Product product) {
    if (!model.signedIn().get()) {
      askedAbout = product;
      navigator.go(new Destination.SignIn(new Destination.ProductPage(product.id())));
      return;
    }
    open(services.chat().askSeller(product.id()));
  }

  void askShop(String shopId) {
    if (!model.signedIn().get()) {
      navigator.go(new Destination.SignIn(new Destination.ShopPage(shopId)));
      return;
    }
    open(services.chat().askShop(shopId));
  }

  /// Somebody has signed in: they ask, unless they have gone elsewhere meanwhile.
  void signedIn() {
    Product asked = askedAbout;
    askedAbout = null;
    Destination now = navigator.current().get();
    if (asked != null
        && (now instanceof Destination.SignIn
            || now instanceof Destination.SignUp
            || now.equals(new Destination.ProductPage(asked.id())))) {
      askSeller(asked);
    }
  }

  private void open(CompletableFuture<String> conversation) {
    FxThread.deliver(
        conversation, id -> late.dock().openConversation(id), failure -> late.show(why(failure)));
  }

  private static String why(Throwable failure) {
    String message = failure.getMessage();
    return message != null
            && (failure instanceof ProblemException || failure instanceof RelayUnreachableException)
        ? message
        : "That did not work. Try again in a moment.";
  }
}

package dev.windowshop.client.app;

import dev.windowshop.client.account.Accounts;
import dev.windowshop.client.account.DemoLogin;
import dev.windowshop.client.account.SettingsView;
import dev.windowshop.client.account.SettingsViewModel;
import dev.windowshop.client.account.SignInView;
import dev.windowshop.client.account.SignInViewModel;
import dev.windowshop.client.account.SignUpView;
import dev.windowshop.client.account.SignUpViewModel;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Page;
import dev.windowshop.client.shell.PageFactory;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.store.StoreScreens;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Which feature makes the page of which destination. On the FX thread.
///
/// @param calls the page of past calls
/// @param relay the relay's address, to be read
record Pages(
    StoreScreens store,
    Accounts accounts,
    @Nullable DemoLogin demo,
    Supplier<Page> calls,
    Navigator navigator,
    Theme theme,
    Pictures pictures,
    String relay,
    Executor ui)
    implements PageFactory {

  @Override
  public Page page(Destination destination) {
    return switch (destination) {
      case Destination.Home home -> store.home();
      case Destination.ForYou forYou -> store.forYou();
      case Destination.Search search -> store.search(search);
      case Destination.ProductPage product -> store.product(product);
      case Destination.Cart cart -> store.cart();
      case Destination.Calls past -> calls.get();
      case Destination.Settings settings ->
          new SettingsView(new SettingsViewModel(accounts, ui), theme, relay, navigator, pictures);
      case Destination.SignIn signIn ->
          new SignInView(
              new SignInViewModel(accounts, demo, ui, () -> leave(signIn.then())),
              () -> navigator.replace(new Destination.SignUp(signIn.then())));
      case Destination.SignUp signUp ->
          new SignUpView(
              new SignUpViewModel(accounts, ui, () -> leave(signUp.then())),
              () -> navigator.replace(new Destination.SignIn(signUp.then())));
    };
  }

  /// A form that did its work is not come back to.
  private void leave(@Nullable Destination then) {
    if (then == null) {
      navigator.leave();
    } else {
      navigator.replace(then);
    }
  }
}

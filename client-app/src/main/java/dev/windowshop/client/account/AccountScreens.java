package dev.windowshop.client.account;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the account's pages.
public final class AccountScreens {
  private final AccountContext context;

  public AccountScreens(AccountContext context) {
    this.context = context;
  }

  public Page settings() {
    return new SettingsView(
        List.of(
            new ProfileSection(
                new ProfileViewModel(context.accounts(), context.ui()),
                context.navigator(),
                context.pictures()),
            new LooksSection(context.theme()),
            new RelaySection(context.relay())));
  }

  public Page signIn(Destination.SignIn asked) {
    return new SignInView(
        new SignInViewModel(
            context.accounts(), context.demo(), context.ui(), () -> leave(asked.then())),
        () -> context.navigator().replace(new Destination.SignUp(asked.then())));
  }

  public Page signUp(Destination.SignUp asked) {
    return new SignUpView(
        new SignUpViewModel(context.accounts(), context.ui(), () -> leave(asked.then())),
        () -> context.navigator().replace(new Destination.SignIn(asked.then())));
  }

  /// A form that did its work is not come back to.
  private void leave(@Nullable Destination then) {
    if (then == null) {
      context.navigator().leave();
    } else {
      context.navigator().replace(then);
    }
  }
}

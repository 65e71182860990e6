package dev.windowshop.client.account;

import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the account's pages.
public final class AccountScreens {
  private final AccountContext context;
  private final Supplier<List<SettingsSection>> others;

  /// @param others sections of other features, made for each visit
  public AccountScreens(AccountContext context, Supplier<List<SettingsSection>> others) {
    this.context = context;
    this.others = others;
  }

  public Page settings() {
    List<SettingsSection> sections = new ArrayList<>();
    sections.add(
        new ProfileSection(
            new ProfileViewModel(context.accounts(), context.ui()),
            context.navigator(),
            context.pictures()));
    sections.add(
        new SecuritySection(
            new SafetyViewModel(context.safety(), context.ui()),
            new ConnectionsViewModel(context.signIns(), context.safety(), context.ui()),
            new DevicesViewModel(context.safety(), context.ui(), InstantSource.system()),
            context));
    sections.add(new LooksSection(context.theme()));
    sections.addAll(others.get());
    sections.add(new RelaySection(context.relay()));
    sections.add(
        new FarewellSection(
            new FarewellViewModel(
                context.safety(),
                context.ui(),
                () -> context.navigator().replace(new Destination.Home())),
            context));
    return new SettingsView(sections);
  }

  public Page signIn(Destination.SignIn asked) {
    Runnable done = () -> leave(asked.then());
    return new SignInView(
        new SignInViewModel(context.accounts(), context.demo(), context.ui(), done),
        new ProviderViewModel(context.signIns(), context.ui(), done),
        new ForgotViewModel(context.signIns(), context.accounts(), context.ui(), done),
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

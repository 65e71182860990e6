package dev.windowshop.client.people;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Page;
import dev.windowshop.protocol.Report;
import java.util.List;

/// Makes the pages and cards about people. On the FX thread.
public final class PeopleScreens {
  private final PeopleContext context;

  public PeopleScreens(PeopleContext context) {
    this.context = context;
  }

  public Page people() {
    return new PeopleView(
        new PeopleViewModel(context.people(), context.ui()),
        context.pictures(),
        user -> openCard(user.id()));
  }

  /// Sections of the settings page.
  public List<SettingsSection> settings() {
    return List.of(
        new PrivacySection(new OwnSettingsViewModel(context.settings(), context.ui())),
        new NotificationsSection(new OwnSettingsViewModel(context.settings(), context.ui())),
        new BlockedSection(context.people(), context.pictures(), context.ui()));
  }

  /// Somebody's card over the window; a guest is asked to sign in.
  public void openCard(String userId) {
    Account account = context.accounts().account().value();
    String ownId = account == null ? null : account.userId();
    if (ownId == null) {
      context.navigator().go(new Destination.SignIn(null));
      return;
    }
    ProfileCardViewModel model =
        new ProfileCardViewModel(
            userId, ownId, context.people(), context.openDirect(), context.ui());
    ProfileCardView.Ways ways =
        new ProfileCardView.Ways(
            id -> {
              context.sheets().close();
              context.showConversation().accept(id);
            },
            (id, media) -> {
              context.sheets().close();
              context.call().accept(id, media);
            },
            user -> report(Report.Kind.USER, user.id()),
            () -> {
              context.sheets().close();
              context.navigator().go(new Destination.Settings());
            });
    context.sheets().show(new ProfileCardView(model, context.pictures(), ways), model::close);
  }

  /// The card of whom a link like `windowshop://user/NAME` names.
  public void openLink(String username) {
    FxThread.deliver(
        context.people().named(username),
        user -> openCard(user.id()),
        failure -> context.notices().show(Failures.said(failure)));
  }

  public void report(Report.Kind kind, String targetId) {
    Account account = context.accounts().account().value();
    if (account == null || account.userId() == null) {
      context.navigator().go(new Destination.SignIn(null));
      return;
    }
    context
        .sheets()
        .show(
            new ReportView(
                new ReportViewModel(kind, targetId, context.people(), context.ui()),
                context.sheets()::close));
  }
}

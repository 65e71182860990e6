package dev.windowshop.client.app;

import dev.windowshop.client.account.SettingsSection;
import dev.windowshop.client.chat.Tile;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.platform.notes.DesktopNotes;
import dev.windowshop.client.platform.system.Folders;
import dev.windowshop.client.platform.system.StartAtLogin;
import dev.windowshop.client.platform.system.SystemInstaller;
import dev.windowshop.client.platform.system.SystemKind;
import dev.windowshop.client.platform.system.SystemNotice;
import dev.windowshop.client.platform.system.Tray;
import dev.windowshop.client.platform.system.UrlScheme;
import dev.windowshop.client.shell.AnswerableNotice;
import dev.windowshop.client.shell.Destination;
import dev.windowshop.client.shell.Navigator;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.update.UpdateConfig;
import dev.windowshop.client.update.UpdateService;
import dev.windowshop.client.update.UpdateState;
import dev.windowshop.client.update.UpdatesView;
import dev.windowshop.client.update.UpdatesViewModel;
import dev.windowshop.protocol.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The app as this computer has it: its version and newer ones, how it starts, what the system is
/// told. Made and used on the FX thread.
final class ThisComputer {
  /// The installed program, as its launcher's file says; nothing where it is not installed.
  private static final String LAUNCHER = "windowshop.app";

  private final ClientCore core;
  private final Notices notices;
  private final Navigator navigator;
  private final UpdateService updates;
  private final Tray tray;
  private final DesktopNotes notes;
  private final @Nullable String launcher = System.getProperty(LAUNCHER);

  /// @param open brings the window up
  /// @param close ends the app
  ThisComputer(
      ClientCore core, Notices notices, Navigator navigator, Runnable open, Runnable close) {
    this.core = core;
    this.notices = notices;
    this.navigator = navigator;
    this.tray = new Tray(() -> FxThread.run(open), () -> FxThread.run(close));
    this.notes =
        new DesktopNotes(
            SystemKind.here() == SystemKind.LINUX ? DesktopNotes.sessionBus(System.getenv()) : null,
            () -> Choice.LOCKED.isMade(core.settings()),
            note -> {
              if (!SystemNotice.show(note.line())) {
                tray.say(note.line());
              }
            });
    updates =
        new UpdateService(
            core.relay(),
            core.workers(),
            UpdateConfig.here(core.profile().cache()),
            SystemInstaller::install);
  }

  /// Once there is a window to speak in.
  void start() {
    updates.state().observe(this::updateIs);
    updates.start();
    if (Tray.isLikely(SystemKind.here(), System.getenv())) {
      core.workers().io().execute(tray::show);
    }
    String program = launcher;
    if (program != null) {
      core.workers().io().execute(() -> UrlScheme.register(program));
    }
  }

  /// Notes that reach somebody who looks elsewhere, too.
  ///
  /// @param sound whether they may be heard
  /// @param raise brings the window to the front
  /// @param reply brings up a place to answer in
  Notices awayNotices(
      Pictures pictures,
      BooleanSupplier looking,
      BooleanSupplier sound,
      Runnable raise,
      Consumer<AnswerableNotice> reply) {
    return new AwayNotices(notices, notes, pictures, looking, sound, raise, reply);
  }

  /// How many messages wait to be read.
  void setUnread(int count) {
    tray.setUnread(count);
  }

  /// What waits, the latest first.
  ///
  /// @param preview whether what was written may be shown
  /// @param reply brings up a place to answer a conversation in
  void setWaiting(List<Tile> waiting, boolean preview, Consumer<String> reply) {
    tray.setWaiting(
        waiting.stream()
            .map(tile ->
                new Tray.Waiting(
                    waits(tile, preview), () -> FxThread.run(() -> reply.accept(tile.id()))))
            .toList());
  }

  private static String waits(Tile tile, boolean preview) {
    return preview && !tile.writing()
        ? tile.name() + ": " + tile.preview()
        : tile.name() + (tile.unread() > 0 ? " (" + tile.unread() + ")" : "");
  }

  /// At the end.
  void stop() {
    tray.close();
    notes.close();
  }

  /// @param close ends the app
  List<SettingsSection> sections(Runnable close) {
    List<SettingsSection> sections = new ArrayList<>();
    String program = launcher;
    if (program != null) {
      sections.add(
          new StartSection(
              new StartAtLogin(SystemKind.here(), Folders.here().autostart(), program),
              core.workers(),
              notices));
    }
    if (SystemKind.here() == SystemKind.LINUX) {
      sections.add(new ChoiceSection(Choice.LOCKED, core.settings()));
    }
    sections.add(new UpdatesView(new UpdatesViewModel(updates, FxThread::run, close)));
    return sections;
  }

  /// Said once a newer version is known; the settings page has the rest.
  private void updateIs(UpdateState state) {
    if (state instanceof UpdateState.Available(Release release)) {
      FxThread.run(() ->
          notices.show(
              "Windowshop " + release.version() + " is there.",
              "See what is new",
              () -> navigator.go(new Destination.Settings())));
    }
  }
}

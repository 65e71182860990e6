package dev.windowshop.client.people;

import dev.windowshop.client.shell.look.ThemeMode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Settings;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps this device's looks and the account's the same: the account's are taken over, and a change
/// here becomes the account's. An account that never chose takes over what was chosen here.
public final class ThemeFollower {
  private static final Logger LOG = LoggerFactory.getLogger(ThemeFollower.class);

  private final ObjectProperty<ThemeMode> mode;
  private final OwnSettings own;
  private boolean known;
  private boolean following;

  /// On the FX thread.
  public ThemeFollower(ObjectProperty<ThemeMode> mode, OwnSettings own, Executor ui) {
    this.mode = mode;
    this.own = own;
    own.settings().observe(now -> ui.execute(() -> settingsAre(now.settings())));
    mode.addListener((_, _, chosen) -> chosenHere(chosen));
  }

  private void settingsAre(@org.jspecify.annotations.Nullable Settings settings) {
    boolean first = !known;
    known = settings != null;
    if (settings == null || settings.theme() == Settings.Theme.UNKNOWN) {
      return;
    }
    ThemeMode account = ThemeMode.valueOf(settings.theme().name());
    if (first && account == ThemeMode.SYSTEM && mode.get() != ThemeMode.SYSTEM) {
      chosenHere(mode.get());
      return;
    }
    following = true;
    mode.set(account);
    following = false;
  }

  private void chosenHere(ThemeMode chosen) {
    if (!known || following) {
      return;
    }
    String name = Json.tree(Settings.Theme.valueOf(chosen.name())).asText();
    var unused =
        own.change(Map.of("theme", name))
            .exceptionally(failure -> {
              LOG.info("the looks stay this device's own: {}", failure.getMessage());
              return null;
            });
  }
}

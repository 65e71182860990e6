package dev.windowshop.client.people;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Audience;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Settings;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The settings that follow the account, as they can be changed. A change shows at once, and goes
/// back when the relay does not take it.
public final class OwnSettingsViewModel {
  private final OwnSettings own;
  private final Executor ui;
  private final ReadOnlyObjectWrapper<@Nullable Settings> settings = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private @Nullable Subscription subscription;

  public OwnSettingsViewModel(OwnSettings own, Executor ui) {
    this.own = own;
    this.ui = ui;
  }

  public void activate() {
    deactivate();
    subscription =
        own.settings().observe(known -> ui.execute(() -> settings.set(known.settings())));
  }

  public void deactivate() {
    if (subscription != null) {
      subscription.close();
      subscription = null;
    }
  }

  /// @param field of the privacy settings
  public void choose(String field, Audience audience) {
    change("privacy", field, Json.tree(audience).asText());
  }

  /// @param group `privacy` or `notifications`
  public void turn(String group, String field, boolean on) {
    change(group, field, on);
  }

  private void change(String group, String field, Object value) {
    notice.set("");
    var unused =
        own.change(Map.of(group, Map.of(field, value)))
            .whenComplete((now, failure) ->
                ui.execute(() -> {
                  if (failure != null) {
                    notice.set(Failures.said(failure));
                    // What shows is what holds.
                    Settings before = settings.get();
                    settings.set(null);
                    settings.set(before);
                  }
                }));
  }

  /// Null until known, and for a guest.
  public ReadOnlyObjectProperty<@Nullable Settings> settings() {
    return settings.getReadOnlyProperty();
  }

  /// What went wrong, as a sentence; empty when nothing did.
  public ReadOnlyStringProperty notice() {
    return notice.getReadOnlyProperty();
  }
}

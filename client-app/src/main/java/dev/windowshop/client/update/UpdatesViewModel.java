package dev.windowshop.client.update;

import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Release;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What the page says of updates, and its one button. On the FX thread.
public final class UpdatesViewModel {
  private static final double MEGABYTE = 1_000_000;

  private final UpdateService updates;
  private final Executor fx;
  private final Runnable close;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notes = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private UpdateState state = new UpdateState.NotAsked();
  private @Nullable Subscription subscription;

  /// @param close ends the app, so that the next start is the new one
  public UpdatesViewModel(UpdateService updates, Executor fx, Runnable close) {
    this.updates = updates;
    this.fx = fx;
    this.close = close;
  }

  public ReadOnlyStringProperty words() {
    return words.getReadOnlyProperty();
  }

  /// What is new, empty when nothing is.
  public ReadOnlyStringProperty notes() {
    return notes.getReadOnlyProperty();
  }

  /// Empty where there is nothing to do.
  public ReadOnlyStringProperty action() {
    return action.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  public void activate() {
    subscription = updates.state().observe(next -> fx.execute(() -> became(next)));
    if (state instanceof UpdateState.NotAsked) {
      updates.check();
    }
  }

  public void deactivate() {
    if (subscription != null) {
      subscription.close();
      subscription = null;
    }
  }

  public void act() {
    switch (state) {
      case UpdateState.NotAsked notAsked -> updates.check();
      case UpdateState.Current current -> updates.check();
      case UpdateState.Failed failed -> updates.check();
      case UpdateState.Available available -> updates.fetch();
      case UpdateState.Fetched fetched -> updates.install();
      case UpdateState.Installed installed -> close.run();
      case UpdateState.Off off -> {}
      case UpdateState.Fetching fetching -> {}
      case UpdateState.Installing installing -> {}
    }
  }

  private void became(UpdateState next) {
    state = next;
    String running = "This is version " + version() + ".";
    switch (next) {
      case UpdateState.Off off ->
          say(running + " This build takes no updates from a relay.", null, "", false);
      case UpdateState.NotAsked notAsked -> say(running, null, "Look for a newer one", false);
      case UpdateState.Current current ->
          say(running + " The relay has no newer one.", null, "Look again", false);
      case UpdateState.Available(Release release) ->
          say(
              running
                  + " Version "
                  + release.version()
                  + " is there ("
                  + megabytes(release.size())
                  + ").",
              release,
              "Fetch it",
              false);
      case UpdateState.Fetching(Release release, long received) ->
          say(
              "Version "
                  + release.version()
                  + ": "
                  + megabytes(received)
                  + " of "
                  + megabytes(release.size()),
              release,
              "Fetch it",
              true);
      case UpdateState.Fetched fetched ->
          say(
              "Version " + fetched.release().version() + " is here, and is what was signed.",
              fetched.release(),
              "Install it",
              false);
      case UpdateState.Installing(Release release) ->
          say("Version " + release.version() + " is being installed.", release, "Install it", true);
      case UpdateState.Installed(Release release) ->
          say(
              "Version " + release.version() + " is installed. It is there at the next start.",
              release,
              "Close Windowshop now",
              false);
      case UpdateState.Failed(String why) -> say(running + " " + why, null, "Try again", false);
    }
  }

  private void say(String text, @Nullable Release release, String button, boolean working) {
    words.set(text);
    notes.set(release == null ? "" : release.notes());
    action.set(button);
    busy.set(working);
  }

  private String version() {
    var version = updates.version();
    return version.major()
        + "."
        + version.minor()
        + "."
        + version.patch()
        + (version.pre().isEmpty() ? "" : "-" + version.pre());
  }

  private static String megabytes(long bytes) {
    return Math.round(bytes / MEGABYTE) + " MB";
  }
}

package dev.windowshop.client.chat;

import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Notices;
import java.io.File;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// What one does with a file that came: opens it, or saves it.
final class FileActions {
  private final ReceivedFiles files;
  private final Notices notices;
  private final Supplier<@Nullable Window> window;

  /// @param window that a dialogue belongs to
  FileActions(ReceivedFiles files, Notices notices, Supplier<@Nullable Window> window) {
    this.files = files;
    this.notices = notices;
    this.window = window;
  }

  void open(Line.Media file) {
    if (SafeFileName.runs(file.name(), file.mime()) && file.local() == null) {
      notices.show(
          "Files like this can run as a program, so they are not opened from here.",
          "Save it",
          () -> save(file));
      return;
    }
    FxThread.deliver(files.open(file, _ -> {}), _ -> {}, failure -> notices.show(why(failure)));
  }

  void save(Line.Media file) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save " + file.name());
    chooser.setInitialFileName(SafeFileName.of(file.name()));
    File target = chooser.showSaveDialog(window.get());
    if (target != null) {
      FxThread.deliver(
          files.save(file, target.toPath(), _ -> {}),
          _ -> notices.show("Saved as " + target.getName() + "."),
          failure -> notices.show(why(failure)));
    }
  }

  void menu(Control of, Line.Media file) {
    of.setContextMenu(menu(file, "Open"));
  }

  /// @param opens what opening it is called
  ContextMenu menu(Line.Media file, String opens) {
    MenuItem open = new MenuItem(opens);
    open.setOnAction(_ -> open(file));
    MenuItem save = new MenuItem("Save as\u2026");
    save.setOnAction(_ -> save(file));
    return new ContextMenu(open, save);
  }

  static String why(Throwable failure) {
    return Reasons.of(failure);
  }
}

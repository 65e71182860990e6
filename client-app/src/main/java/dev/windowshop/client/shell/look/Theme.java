package dev.windowshop.client.shell.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/// Light and dark, for every window of the program: pop-ups and tooltips have windows of their own.
///
/// Colours live in `theme.css` under looked-up names (`-ws-ground`, `-ws-ink`, …); the style class
/// `dark` on a scene's root turns them over.
public final class Theme {
  private static final String DARK = "dark";

  private final ObjectProperty<ThemeMode> mode;
  private final boolean figures;
  private final BooleanBinding dark;
  private final List<String> stylesheets;

  /// @param featureStylesheets class path names of the features' stylesheets
  public Theme(ThemeMode start, List<String> featureStylesheets) {
    figures = Fonts.load();
    mode = new SimpleObjectProperty<>(start);
    var system = Platform.getPreferences().colorSchemeProperty();
    dark =
        Bindings.createBooleanBinding(
            () ->
                mode.get() == ThemeMode.DARK
                    || (mode.get() == ThemeMode.SYSTEM && system.get() == ColorScheme.DARK),
            mode,
            system);
    stylesheets = addresses(featureStylesheets);
    dark.subscribe(this::apply);
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(this::dress);
                  }
                });
  }

  /// Makes the toolkit do what it does for every first window, with a scene that is never shown:
  /// classes are loaded, fonts and stylesheets read. For while its thread has nothing else to do.
  public static void rehearse(List<String> featureStylesheets) {
    Fonts.load();
    style(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    TextField field = new TextField();
    field.setPromptText("words");
    Label label = new Label("words");
    label.setWrapText(true);
    StackPane root =
        new StackPane(
            new PageScroll(
                new VBox(
                    new HBox(Icons.button(Feather.HEART, "words", () -> {}), field, label),
                    new Button("words", new StackPane(Icons.of(Feather.HOME))))));
    Scene scene = new Scene(root, 640, 480);
    scene.getStylesheets().setAll(addresses(featureStylesheets));
    root.applyCss();
    root.layout();
  }

  private static List<String> addresses(List<String> featureStylesheets) {
    return Stream.concat(
            Stream.of("theme.css", "shell.css", "store.css")
                .map(name -> "/dev/windowshop/client/" + name),
            featureStylesheets.stream())
        .map(Theme::address)
        .toList();
  }

  public ObjectProperty<ThemeMode> mode() {
    return mode;
  }

  public ObservableBooleanValue dark() {
    return dark;
  }

  /// From light to dark or back, whatever the system says.
  public void toggle() {
    mode.set(dark.get() ? ThemeMode.LIGHT : ThemeMode.DARK);
  }

  /// Gives a window's scene its stylesheets; before the window shows, so that nothing flashes.
  public void install(Scene scene) {
    scene.getStylesheets().setAll(stylesheets);
    if (figures) {
      scene.getRoot().getStyleClass().add("figures");
    }
    dress(scene);
    fill(scene);
  }

  private void apply() {
    style(dark.get());
    List.copyOf(Window.getWindows()).forEach(this::dress);
  }

  private static void style(boolean dark) {
    Application.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  private void dress(Window window) {
    Scene scene = window.getScene();
    if (scene != null) {
      dress(scene);
      if (window instanceof Stage) {
        fill(scene);
      }
    }
  }

  /// What a window shows before its first frame.
  private static void fill(Scene scene) {
    if (scene.getRoot() instanceof Region root) {
      root.applyCss();
      if (root.getBackground() != null && !root.getBackground().getFills().isEmpty()) {
        scene.setFill(root.getBackground().getFills().getFirst().getFill());
      }
    }
  }

  private void dress(Scene scene) {
    Parent root = scene.getRoot();
    if (!dark.get()) {
      root.getStyleClass().removeAll(DARK);
    } else if (!root.getStyleClass().contains(DARK)) {
      root.getStyleClass().add(DARK);
    }
  }

  private static String address(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
  }
}

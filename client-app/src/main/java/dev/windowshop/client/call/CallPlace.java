package dev.windowshop.client.call;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Where the call is: at the top of the dock, or in a window of its own that stays above the
/// others. On the FX thread.
final class CallPlace {
  private static final Duration BAR_STAYS = Duration.seconds(3);

  private final Consumer<Scene> dress;
  private final StackPane dock = new StackPane();
  private final ReadOnlyBooleanWrapper apart = new ReadOnlyBooleanWrapper();
  private @Nullable CallView view;
  private @Nullable Stage window;

  /// @param dress gives a scene the look of the app
  CallPlace(Consumer<Scene> dress) {
    this.dress = dress;
  }

  void put(CallView callView) {
    view = callView;
    dock.getChildren().setAll(callView);
  }

  /// The place in the dock.
  Node dock() {
    return dock;
  }

  ReadOnlyBooleanProperty apart() {
    return apart.getReadOnlyProperty();
  }

  void toggleWindow() {
    if (window == null) {
      open();
    } else {
      goBack();
    }
  }

  void fullScreen() {
    open();
    Stage opened = window;
    if (opened != null) {
      opened.setFullScreen(!opened.isFullScreen());
    }
  }

  /// Back into the dock, if it is not there.
  void goBack() {
    Stage opened = window;
    CallView call = view;
    if (opened == null || call == null) {
      return;
    }
    window = null;
    apart.set(false);
    opened.getScene().setRoot(new StackPane());
    opened.hide();
    call.setApart(false);
    call.setControlsShown(true);
    call.setFull(false);
    dock.getChildren().setAll(call);
  }

  private void open() {
    CallView call = view;
    if (window != null || call == null) {
      return;
    }
    dock.getChildren().setAll(elsewhere());
    call.setApart(true);
    Scene scene = new Scene(call, 480, 400);
    dress.accept(scene);
    Stage stage = new Stage();
    stage.titleProperty().bind(Bindings.concat("Call: ", call.title()));
    stage.setAlwaysOnTop(true);
    stage.setMinWidth(340);
    stage.setMinHeight(300);
    stage.setScene(scene);
    stage.setOnCloseRequest(_ -> goBack());
    hideTheBarInFullScreen(stage, scene, call);
    window = stage;
    apart.set(true);
    stage.show();
  }

  private static void hideTheBarInFullScreen(Stage stage, Scene scene, CallView call) {
    PauseTransition rest = new PauseTransition(BAR_STAYS);
    rest.setOnFinished(_ -> call.setControlsShown(!stage.isFullScreen()));
    scene.addEventFilter(
        MouseEvent.MOUSE_MOVED,
        _ -> {
          call.setControlsShown(true);
          rest.playFromStart();
        });
    stage
        .fullScreenProperty()
        .subscribe(full -> {
          call.setControlsShown(true);
          call.setFull(full);
          if (full) {
            rest.playFromStart();
          }
        });
  }

  private Node elsewhere() {
    Label words = new Label("The call is in a window of its own.");
    words.getStyleClass().add("t-muted");
    Button back = new Button("Bring it back");
    back.setOnAction(_ -> goBack());
    VBox all = new VBox(8, words, back);
    all.setAlignment(Pos.CENTER);
    all.getStyleClass().add("call");
    all.setMaxHeight(Region.USE_PREF_SIZE);
    return all;
  }
}

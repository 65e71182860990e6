package dev.windowshop.client.video;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;

/// A video on all of the screen, until Escape, a second click or its end by somebody else. The
/// place in the conversation goes on showing it.
public final class FullScreenVideo {
  private FullScreenVideo() {}

  /// @param owner whose screen it takes, and whose looks
  public static void show(Playback playback, Window owner) {
    Stage stage = new Stage(StageStyle.UNDECORATED);
    stage.initOwner(owner);
    stage.setTitle("Video");
    VideoScreen screen = new VideoScreen(playback, 0, stage::close, true);
    StackPane root = new StackPane(screen);
    root.getStyleClass().addAll("root", "video-full");
    Scene scene = new Scene(root, 960, 540, Color.BLACK);
    scene.getStylesheets().setAll(owner.getScene().getStylesheets());
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            stage.close();
          }
        });
    stage.setScene(scene);
    stage.setX(owner.getX());
    stage.setY(owner.getY());
    stage.setFullScreenExitHint("");
    // Escape is ours: the window closes, instead of being small.
    stage.setFullScreenExitKeyCombination(javafx.scene.input.KeyCombination.NO_MATCH);
    stage.setFullScreen(true);
    var over =
        playback
            .phase()
            .subscribe(phase -> {
              if (phase == Playback.Phase.CLOSED || phase == Playback.Phase.FAILED) {
                stage.close();
              }
            });
    stage.setOnHidden(_ -> {
      over.unsubscribe();
      screen.clear();
    });
    stage.show();
    screen.requestFocus();
  }
}

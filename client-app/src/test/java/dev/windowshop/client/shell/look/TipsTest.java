package dev.windowshop.client.shell.look;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class TipsTest extends ApplicationTest {
  private Button button;

  @Override
  public void start(Stage stage) {
    button = new Button("Heart");
    Tips.put(button, "Put it on the wishlist");
    assertNull(button.getTooltip());
    stage.setScene(new Scene(new StackPane(button), 300, 200));
    stage.show();
  }

  @Test
  void aTooltipIsMadeUnderThePointerWithTheLatestWords() throws Exception {
    interact(() -> Tips.put(button, "Take it off the wishlist"));
    moveTo(button);
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> shows("Take it off the wishlist"));
    interact(() -> Tips.put(button, "Put it on the wishlist"));
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> shows("Put it on the wishlist"));
  }

  private boolean shows(String words) {
    return button.getTooltip() != null
        && button.getTooltip().isShowing()
        && button.getTooltip().getText().equals(words)
        && Window.getWindows().contains(button.getTooltip());
  }
}

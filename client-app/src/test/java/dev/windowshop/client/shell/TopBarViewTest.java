package dev.windowshop.client.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.client.shell.look.Theme;
import dev.windowshop.client.shell.look.ThemeMode;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class TopBarViewTest extends ApplicationTest {
  private final List<String> followed = new ArrayList<>();
  private final Navigator navigator = new Navigator(new Destination.Home());

  @Override
  public void start(Stage stage) {
    TopBarView bar = new TopBarView(navigator, new Theme(ThemeMode.LIGHT, List.of()), () -> {});
    bar.openLinks(followed::add);
    stage.setScene(new Scene(bar, 700, 80));
    stage.show();
  }

  @Test
  void aLinkThatIsPastedIsFollowedAndWordsAreLookedFor() {
    TextField field = lookup(".search-field").query();
    interact(() -> {
      field.setText(" windowshop://call/abcdefgh12 ");
      field.fireEvent(new javafx.event.ActionEvent());
    });
    assertEquals(List.of("windowshop://call/abcdefgh12"), followed);
    assertEquals("", field.getText());
    assertEquals(new Destination.Home(), navigator.current().get());
    interact(() -> {
      field.setText("lamp");
      field.fireEvent(new javafx.event.ActionEvent());
    });
    assertEquals(Destination.Search.text("lamp"), navigator.current().get());
    assertEquals(1, followed.size());
  }
}

package dev.windowshop.client.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class SheetPaneTest extends ApplicationTest {
  private TextField behind;
  private SheetPane sheets;

  @Override
  public void start(Stage stage) {
    behind = new TextField();
    sheets = new SheetPane();
    stage.setScene(new Scene(new StackPane(behind, sheets), 400, 300));
    stage.show();
    behind.requestFocus();
  }

  @Test
  void whatIsTypedGoesIntoTheSheetAndNotBehindIt() {
    interact(() -> sheets.show(new VBox(new Label("Name it"), new TextField()), () -> {}));
    write("lamp");
    assertEquals("lamp", from(sheets).lookup(".text-field").<TextField>query().getText());
    assertEquals("", behind.getText());
    interact(() -> sheets.show(new Label("Done"), () -> {}));
    write("x");
    assertEquals("", behind.getText());
  }
}

package dev.windowshop.client.shell.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

class FiguresFontTest extends ApplicationTest {
  @Test
  void everyDigitOfAPriceIsEquallyWide() {
    assertTrue(Fonts.load());
    assertEquals(width(Fonts.FIGURES, "1111"), width(Fonts.FIGURES, "8888"));
    assertNotEquals(width("Inter SemiBold", "1111"), width("Inter SemiBold", "8888"));
  }

  private static double width(String family, String text) {
    Text node = new Text(text);
    node.setFont(Font.font(family, 40));
    return node.getLayoutBounds().getWidth();
  }
}

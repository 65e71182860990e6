package dev.windowshop.client.shell.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;

class ShrinkTest {
  private static final int BLACK = 0xff000000;
  private static final int WHITE = 0xffffffff;

  @Test
  void eachPixelWeighsByTheAreaThatItCovers() {
    WritableImage image = new WritableImage(3, 3);
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 3; x++) {
        image.getPixelWriter().setArgb(x, y, x == 0 ? BLACK : WHITE);
      }
    }
    Image small = Shrink.toCover(image, 2);
    assertEquals(2, small.getWidth());
    assertEquals(0xff555555, small.getPixelReader().getArgb(0, 0));
    assertEquals(WHITE, small.getPixelReader().getArgb(1, 1));
  }

  @Test
  void aWidePictureStillCoversTheSquare() {
    Image small = Shrink.toCover(new WritableImage(400, 200), 100);
    assertEquals(200, small.getWidth());
    assertEquals(100, small.getHeight());
  }

  @Test
  void aSmallPictureIsLeftAsItIs() {
    Image image = new WritableImage(50, 50);
    assertSame(image, Shrink.toCover(image, 100));
  }
}

package dev.windowshop.client.media.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.windowshop.client.media.engine.Picture.Colour;
import dev.windowshop.client.media.frames.PictureStamp;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
  /// Grey is enough to read a stamp.
  private static ByteBuffer grey(Picture picture) {
    ByteBuffer bgra = ByteBuffer.allocate(picture.width * picture.height * 4);
    for (int y = 0; y < picture.height; y++) {
      for (int x = 0; x < picture.width; x++) {
        int light = Math.clamp((picture.lightAt(x, y) - 16) * 255L / 219, 0, 255);
        bgra.putInt((y * picture.width + x) * 4, light * 0x01010101);
      }
    }
    return bgra;
  }

  @ParameterizedTest
  @CsvSource({"640,360", "320,180", "480,270", "160,90"})
  void aStampIsReadBackAtEverySize(int width, int height) {
    Picture picture = new Picture(width, height);
    new StreetDrawing(0.3, 1).draw(picture, 12.3);
    for (int number : new int[] {0, 1, 513, 65535}) {
      picture.stamp(new PictureStamp(4711, number));
      assertEquals(new PictureStamp(4711, number), PictureStamp.read(width, height, grey(picture)));
    }
  }

  @Test
  void aPictureWithoutAStampHasNone() {
    Picture picture = new Picture(640, 360);
    new NoCameraDrawing(0.3).draw(picture, 1);
    assertNull(PictureStamp.read(640, 360, grey(picture)));
  }

  @Test
  void whatLiesOutsideIsCutOff() {
    Picture picture = new Picture(16, 8);
    picture.fill(-5, -5, 7, 7, Colour.WHITE);
    picture.fill(14, 6, 100, 100, Colour.WHITE);
    picture.disc(16, 8, 30, Colour.rgb(0, 0, 0));
    picture.fill(20, 0, 4, 4, Colour.WHITE);
    picture.fill(0, 20, 4, 4, Colour.WHITE);
    assertEquals(16, picture.lightAt(8, 4));
  }
}

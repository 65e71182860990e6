package dev.windowshop.client.shell.look;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// A picture that was pasted, as a file.
public final class PastedPicture {
  private PastedPicture() {}

  /// Reads the pixels at once, on the FX thread; compresses them elsewhere.
  ///
  /// @return a file that whoever takes it removes
  public static CompletableFuture<Path> write(Image image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return CompletableFuture.supplyAsync(
        () -> {
          BufferedImage picture =
              new BufferedImage(
                  width,
                  height,
                  isOpaque(pixels) ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
          picture.setRGB(0, 0, width, height, pixels, 0, width);
          try {
            Path file = Files.createTempFile("pasted", ".png");
            ImageIO.write(picture, "png", file.toFile());
            return file;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        ForkJoinPool.commonPool());
  }

  private static boolean isOpaque(int[] pixels) {
    for (int pixel : pixels) {
      if (pixel >>> 24 != 0xFF) {
        return false;
      }
    }
    return true;
  }
}

package dev.windowshop.relay.attachment;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.attachment.media.GifFilter;
import dev.windowshop.relay.attachment.media.MediaBytes;
import dev.windowshop.relay.attachment.media.Sniffed;
import dev.windowshop.relay.limit.FullStorage;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes pictures anew: turned upright, without what cameras and editors wrote into them, and with
/// a small one beside it. Its size is looked at before anything is decoded. Any thread that may
/// work for long.
final class ImageCleaner {
  /// @param thumb null for what has no small picture
  record Cleaned(String mime, int width, int height, Path file, Path thumb, String thumbMime) {}

  /// One side, pixels.
  static final int LONGEST_SIDE = 20_000;

  static final long MOST_PIXELS = 50_000_000;

  /// Of all pictures of an animation together.
  static final long MOST_ANIMATED = 1_000_000_000;

  static final int THUMB = 360;

  private static final long BIG = 12_000_000;
  private static final Logger LOG = LoggerFactory.getLogger(ImageCleaner.class);

  /// Big pictures are decoded one at a time, so that a few of them do not take all the memory.
  private final Semaphore big = new Semaphore(1);

  /// @param folder where the two files are made; the caller's to remove when this fails
  /// @throws ProblemException 422 when it is too many pixels or can't be decoded
  Cleaned clean(Path source, Sniffed sniffed, Path folder, String name) throws IOException {
    int width = sniffed.width() == null ? 0 : sniffed.width();
    int height = sniffed.height() == null ? 0 : sniffed.height();
    check(width, height);
    boolean large = (long) width * height > BIG;
    if (large) {
      big.acquireUninterruptibly();
    }
    try {
      return decoded(source, sniffed, folder, name);
    } catch (ProblemException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      if (FullStorage.isWhy(e)) {
        throw e;
      }
      LOG.debug("a picture can't be decoded", e);
      throw ProblemException.invalid("file", "is a damaged picture");
    } finally {
      if (large) {
        big.release();
      }
    }
  }

  private static void check(int width, int height) {
    if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw ProblemException.invalid(
          "file", "has more than " + MOST_PIXELS / 1_000_000 + " million pixels");
    }
  }

  private Cleaned decoded(Path source, Sniffed sniffed, Path folder, String name)
      throws IOException {
    BufferedImage upright = Pixels.upright(read(source, sniffed.mime()), sniffed.orientation());
    boolean clear = upright.getColorModel().hasAlpha();
    Path file = folder.resolve(name + ".clean");
    Path thumb = folder.resolve(name + ".thumb");
    String mime;
    if (sniffed.mime().equals("image/gif")) {
      mime = "image/gif";
      filtered(source, file);
    } else {
      // What was photographed stays a JPEG; what came without loss, or is see-through, stays so.
      mime = clear || sniffed.mime().equals("image/png") ? "image/png" : "image/jpeg";
      Pixels.write(upright, mime, 0.9f, file);
    }
    String thumbMime = clear ? "image/png" : "image/jpeg";
    Pixels.write(Pixels.within(upright, THUMB), thumbMime, 0.82f, thumb);
    return new Cleaned(mime, upright.getWidth(), upright.getHeight(), file, thumb, thumbMime);
  }

  private static BufferedImage read(Path source, String mime) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mime);
    if (!readers.hasNext()) {
      throw new IOException("nothing here reads " + mime);
    }
    ImageReader reader = readers.next();
    try (ImageInputStream in = new FileImageInputStream(source.toFile())) {
      reader.setInput(in, true, true);
      check(reader.getWidth(0), reader.getHeight(0));
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static void filtered(Path source, Path file) throws IOException {
    GifFilter.Outline outline;
    try (FileChannel channel = FileChannel.open(source);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      outline =
          GifFilter.copy(MediaBytes.of(channel), out)
              .orElseThrow(() -> ProblemException.invalid("file", "is a damaged picture"));
    }
    if ((long) outline.width() * outline.height() * outline.frames() > MOST_ANIMATED) {
      throw ProblemException.invalid("file", "is too long an animation for its size");
    }
  }
}

package dev.windowshop.client.chat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/// Says by its first bytes what a file is to be sent as; its name may lie. The relay looks closer.
final class FileSniffer {
  record Size(int width, int height) {}

  private FileSniffer() {}

  static FileKind kindOf(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(64);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    boolean picture =
        text.startsWith("\u0089PNG\r\n")
            || text.startsWith("\u00FF\u00D8\u00FF")
            || text.startsWith("GIF87a")
            || text.startsWith("GIF89a")
            || (text.startsWith("RIFF") && text.startsWith("WEBP", 8));
    if (picture) {
      return FileKind.IMAGE;
    }
    boolean iso = text.startsWith("ftyp", 4) && !text.startsWith("M4A", 8);
    boolean matroska = text.startsWith("\u001AE\u00DF\u00A3");
    return iso || matroska ? FileKind.VIDEO : FileKind.FILE;
  }

  /// Its pixels, where this machine can tell.
  static @Nullable Size sizeOf(Path picture) {
    try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return null;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return new Size(reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // A broken one: the relay says so.
      return null;
    }
  }
}

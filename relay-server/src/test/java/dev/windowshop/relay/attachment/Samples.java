package dev.windowshop.relay.attachment;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Files of all sorts, made here byte by byte.
public final class Samples {
  private Samples() {}

  /// Left half red, right half blue.
  public static byte[] image(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A JPEG with EXIF: an orientation and a place that nobody is to learn.
  public static byte[] photo(int width, int height, int orientation) {
    byte[] jpeg = image("jpg", width, height);
    byte[] secret = "GPS 52.5200N 13.4050E".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 26 + secret.length);
    exif.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (exif.capacity() - 2));
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0).put(secret);
    return join(slice(jpeg, 0, 2), exif.array(), slice(jpeg, 2, jpeg.length));
  }

  /// Says that it is as large as this, and has no pixels at all.
  public static byte[] pngBomb(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(17);
    header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
    CRC32 crc = new CRC32();
    crc.update(header.array());
    ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    png.putInt(13).put(header.array()).putInt((int) crc.getValue());
    return png.array();
  }

  /// Two frames of 1 × 1 with a loop, a comment, and something behind the end.
  public static byte[] animation() {
    byte[] frame = {
      0x21, (byte) 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0
    };
    byte[] head = {
      'G',
      'I',
      'F',
      '8',
      '9',
      'a',
      1,
      0,
      1,
      0,
      (byte) 0x80,
      0,
      0,
      0,
      0,
      0,
      (byte) 255,
      (byte) 255,
      (byte) 255
    };
    byte[] loop =
        join(
            new byte[] {0x21, (byte) 0xFF, 11},
            "NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII),
            new byte[] {3, 1, 0, 0, 0});
    byte[] comment =
        join(
            new byte[] {0x21, (byte) 0xFE, 6},
            "secret".getBytes(StandardCharsets.US_ASCII),
            new byte[] {0});
    byte[] tail = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    return join(head, loop, comment, frame, frame, new byte[] {0x3B}, tail);
  }

  /// A tone, 8 kHz, 8 bits.
  public static byte[] wav(int millis) {
    int samples = millis * 8;
    ByteBuffer wav = ByteBuffer.allocate(44 + samples).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(8000);
    wav.putShort((short) 1).putShort((short) 8);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples);
    for (int i = 0; i < samples; i++) {
      wav.put((byte) (128 + 60 * Math.sin(i / 3.0)));
    }
    return wav.array();
  }

  /// An MP4 with one video track, of a movie header only.
  public static byte[] mp4(int width, int height, int millis) {
    ByteBuffer mvhd = ByteBuffer.allocate(100);
    mvhd.putInt(12, 1000).putInt(16, millis);
    ByteBuffer tkhd = ByteBuffer.allocate(84);
    tkhd.putInt(76, width << 16).putInt(80, height << 16);
    byte[] hdlr = new byte[24];
    System.arraycopy("vide".getBytes(StandardCharsets.US_ASCII), 0, hdlr, 8, 4);
    return join(
        box("ftyp", "isom\0\0\2\0isommp41".getBytes(StandardCharsets.US_ASCII)),
        box(
            "moov",
            join(
                box("mvhd", mvhd.array()),
                box("trak", join(box("tkhd", tkhd.array()), box("mdia", box("hdlr", hdlr)))))),
        box("mdat", new byte[64]));
  }

  private static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(content)
        .array();
  }

  /// Opus in Ogg: two pages, the last of which says how long it is.
  public static byte[] opus(int millis) {
    byte[] head = new byte[19];
    System.arraycopy("OpusHead".getBytes(StandardCharsets.US_ASCII), 0, head, 0, 8);
    return join(page(0, head), page(millis * 48L, new byte[100]));
  }

  private static byte[] page(long granule, byte[] packet) {
    ByteBuffer page = ByteBuffer.allocate(28 + packet.length).order(ByteOrder.LITTLE_ENDIAN);
    page.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) 0);
    page.putLong(granule).putInt(77).putInt(0).putInt(0);
    page.put((byte) 1).put((byte) packet.length).put(packet);
    return page.array();
  }

  public static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    bytes[0] = 1;
    return bytes;
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] slice(byte[] bytes, int from, int to) {
    return java.util.Arrays.copyOfRange(bytes, from, to);
  }
}

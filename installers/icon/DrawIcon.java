import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// Draws the mark, a shop window under its awning, at every size that a system asks for:
/// `java DrawIcon.java FOLDER` writes PNGs, `windowshop.ico` and `windowshop.icns`.
///
/// Each size is drawn anew, edges on whole pixels, so that small ones are sharp.
final class DrawIcon {
  private static final int[] SIZES = {16, 22, 24, 32, 48, 64, 96, 128, 256, 512, 1024};
  private static final int[] IN_ICO = {16, 24, 32, 48, 64, 128, 256};

  /// Apple's names for PNG pictures of a size.
  private static final Map<String, Integer> IN_ICNS =
      new TreeMap<>(
          Map.of(
              "icp4", 16, "icp5", 32, "icp6", 64, "ic07", 128, "ic08", 256, "ic09", 512, "ic10",
              1024, "ic11", 32, "ic12", 64, "ic13", 256));

  private static final Color GROUND = new Color(0xC9410C);
  private static final Color WINDOW = Color.WHITE;

  /// The mark is drawn on a field of this size.
  private static final double FIELD = 16;

  private DrawIcon() {}

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Map<Integer, byte[]> pictures = new TreeMap<>();
    for (int size : SIZES) {
      byte[] picture = png(draw(size));
      pictures.put(size, picture);
      Files.write(folder.resolve("windowshop-" + size + ".png"), picture);
    }
    Files.write(folder.resolve("windowshop.ico"), ico(pictures));
    Files.write(folder.resolve("windowshop.icns"), icns(pictures));
  }

  private static BufferedImage draw(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setComposite(AlphaComposite.SrcOver);
    double margin = size >= 48 ? Math.round(size / 16.0) / 1.0 : 0;
    double side = size - 2 * margin;
    double corner = side * 0.44;
    pen.setColor(GROUND);
    pen.fill(new RoundRectangle2D.Double(margin, margin, side, side, corner, corner));
    // A whole number of pixels for the field keeps its straight lines sharp.
    double field = Math.max(FIELD / 2, 2 * Math.round(side * 0.58 / 2));
    double at = Math.floor((size - field) / 2);
    AffineTransform place = AffineTransform.getTranslateInstance(at, at);
    place.scale(field / FIELD, field / FIELD);
    pen.setColor(WINDOW);
    pen.fill(place.createTransformedShape(mark()));
    pen.dispose();
    return image;
  }

  /// As the app draws it: an awning of four scallops over a pane.
  private static Path2D mark() {
    Path2D path = new Path2D.Double();
    path.moveTo(0, 3);
    path.lineTo(2, 0);
    path.lineTo(14, 0);
    path.lineTo(16, 3);
    path.lineTo(16, 5);
    for (int scallop = 3; scallop >= 0; scallop--) {
      double right = 4 * scallop + 4;
      // A half circle of radius 2 in two curves.
      double pull = 2 * 0.5523;
      path.curveTo(right, 5 + pull, right - 2 + pull, 7, right - 2, 7);
      path.curveTo(right - 2 - pull, 7, right - 4, 5 + pull, right - 4, 5);
    }
    path.closePath();
    path.moveTo(1.5, 8);
    path.lineTo(14.5, 8);
    path.lineTo(14.5, 16);
    path.lineTo(1.5, 16);
    path.closePath();
    return path;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /// Windows takes PNG inside since Vista.
  private static byte[] ico(Map<Integer, byte[]> pictures) {
    List<byte[]> inside = new ArrayList<>();
    int length = 6 + 16 * IN_ICO.length;
    for (int size : IN_ICO) {
      inside.add(pictures.get(size));
      length += pictures.get(size).length;
    }
    ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0).putShort((short) 1).putShort((short) IN_ICO.length);
    int at = 6 + 16 * IN_ICO.length;
    for (int i = 0; i < IN_ICO.length; i++) {
      // 0 says 256.
      byte side = (byte) (IN_ICO[i] == 256 ? 0 : IN_ICO[i]);
      out.put(side).put(side).put((byte) 0).put((byte) 0);
      out.putShort((short) 1).putShort((short) 32).putInt(inside.get(i).length).putInt(at);
      at += inside.get(i).length;
    }
    inside.forEach(out::put);
    return out.array();
  }

  private static byte[] icns(Map<Integer, byte[]> pictures) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    int length = 8;
    for (int size : IN_ICNS.values()) {
      length += 8 + pictures.get(size).length;
    }
    out.writeBytes("icns");
    out.writeInt(length);
    for (Map.Entry<String, Integer> one : IN_ICNS.entrySet()) {
      byte[] picture = pictures.get(one.getValue());
      out.writeBytes(one.getKey());
      out.writeInt(8 + picture.length);
      out.write(picture);
    }
    return bytes.toByteArray();
  }
}

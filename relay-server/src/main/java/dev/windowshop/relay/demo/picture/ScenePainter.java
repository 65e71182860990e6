package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.image.BufferedImage;

/// Composes several drawings into one scene, and picks one for a category.
final class ScenePainter {
  private static final Color PERSIMMON = new Color(0xD5582A);
  private static final Color SAGE = new Color(0x8FA58C);
  private static final Color CREAM = new Color(0xEFE3CD);
  private static final Color INK = new Color(0x2F3B4C);
  private static final Color MUSTARD = new Color(0xD39B2A);
  private static final Color CLAY = new Color(0xC58B6E);

  private ScenePainter() {}

  static BufferedImage category(String slug, Color color, int size) {
    Chip chip = chip(slug);
    String accent = chip.accent.isEmpty() ? "#efe0c4" : chip.accent;
    return ProductPainter.paint(
        new PictureSpec(chip.kind, chip.shape, Tone.hex(color), accent, 4, 0), size);
  }

  private record Chip(ProductKind kind, int shape, String accent) {}

  private static Chip chip(String slug) {
    return switch (slug) {
      case "lighting" -> new Chip(ProductKind.TABLE_LAMP, 1, "");
      case "decor" -> new Chip(ProductKind.VASE, 0, "#e6c9a0");
      case "furniture" -> new Chip(ProductKind.CHAIR, 2, "");
      case "textiles" -> new Chip(ProductKind.CUSHION, 1, "#f3e3cf");
      case "kitchen" -> new Chip(ProductKind.PAN, 1, "");
      case "plants" -> new Chip(ProductKind.PLANT, 0, "");
      case "knitwear" -> new Chip(ProductKind.SWEATER, 0, "");
      case "tops" -> new Chip(ProductKind.TSHIRT, 1, "#f6efe2");
      case "outerwear" -> new Chip(ProductKind.COAT, 0, "");
      case "dresses" -> new Chip(ProductKind.DRESS, 2, "#f6e2d6");
      case "shoes" -> new Chip(ProductKind.SNEAKER, 0, "#efe0c4");
      case "bags" -> new Chip(ProductKind.HANDBAG, 2, "");
      case "accessories" -> new Chip(ProductKind.BEANIE, 0, "#efe0c4");
      case "jewellery" -> new Chip(ProductKind.WATCH, 0, "#8a5a38");
      case "sound" -> new Chip(ProductKind.HEADPHONES, 0, "#d8a06a");
      case "paper" -> new Chip(ProductKind.BOOK, 0, "#f0d6a8");
      case "outdoor" -> new Chip(ProductKind.TENT, 0, "#e6b871");
      case "wheels" -> new Chip(ProductKind.BICYCLE, 1, "");
      case "toys" -> new Chip(ProductKind.TEDDY, 0, "#b5473a");
      case "bath" -> new Chip(ProductKind.DISPENSER, 0, "#c58b6e");
      case "pantry" -> new Chip(ProductKind.COFFEE, 0, "#e4c79c");
      default -> new Chip(Placeholders.kind(slug.replace('-', ' ')), 0, "");
    };
  }

  /// A shelf-like still life on the right, quiet wall on the left.
  static BufferedImage hero(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Color main = new Color(0xE0A982);
    var backdrop = new Backdrop(main, SAGE, 4, 0);
    backdrop.paint(image, Stage.FLOOR);
    Graphics2D g = image.createGraphics();
    double unit = height / 1000.0;
    g.scale(unit, unit);
    double w = width / unit;
    var s = new Sketch(g, unit, main, SAGE, backdrop, 0, 4);
    for (int pane = 0; pane < 4; pane++) {
      double x = w * 0.10 + pane % 2 * 300;
      double y = -60 + pane / 2 * 370;
      s.glow(
          Outline.poly(x, y, x + 265, y + 40, x + 155, y + 380, x - 110, y + 340),
          34,
          Color.WHITE,
          0.30);
    }
    double c = w * 0.665;
    arch(s, c + 40);
    s.place(SeatDrawings::chair, c - 470, 905, 0.86, SAGE, CREAM, 2);
    plinth(s, c - 80, 690, 190, backdrop.wall());
    plinth(s, c + 300, 770, 230, Tone.mix(backdrop.wall(), CLAY, 0.25));
    s.place(VesselDrawings::vase, c - 130, 688, 0.66, INK, MUSTARD, 0);
    s.place(LampDrawings::table, c + 250, 766, 0.74, PERSIMMON, CREAM, 1);

    books(s, c - 10, 694);
    s.place(VesselDrawings::vase, c + 12, 650, 0.24, MUSTARD, CREAM, 2);
    s.place(PlantDrawings::plant, c + 590, 925, 0.80, CLAY, SAGE, 0);
    s.place(BagDrawings::tote, c + 130, 950, 0.40, MUSTARD, CREAM, 0);
    s.place(ShoeDrawings::sneaker, c - 190, 956, 0.34, CREAM, PERSIMMON, 0);
    g.dispose();
    return image;
  }

  private static void arch(Sketch s, double x) {
    Shape arch =
        Outline.path(
            "M", x - 300, 690, "L", x - 300, 330, "C", x - 300, -60, x + 300, -60, x + 300, 330,
            "L", x + 300, 690, "Z");
    Color tone = Tone.mix(s.wall, new Color(0xE8A985), 0.55);
    s.gradient(arch, x - 300, 60, Tone.lift(tone, 0.03), x + 300, 690, Tone.lift(tone, -0.05));
    Shape inner = Outline.without(arch, Outline.move(arch, 22, 16));
    s.fill(inner, Tone.alpha(s.ink, 0.10));
  }

  private static void plinth(Sketch s, double x, double top, double r, Color stone) {
    s.shadow(Outline.ellipse(x + r * 0.7, 912, r * 1.3, 44), 0, 0, 50, 0.26);
    s.turned(new Turned(x, top, r - 4, top + 7, r, 890, r), stone, Finish.MATTE);
    s.disc(x, top, r - 4, stone, 0.035);
  }

  private static void books(Sketch s, double x, double y) {
    var room = new Room(s, x, y, 20);
    s.shadow(Outline.ellipse(x + 16, y + 6, 90, 16), 0, 0, 12, 0.35);
    room.box(-78, 0, -50, 78, 20, 50, Tone.lift(SAGE, -0.08));
    room.box(-70, 20, -46, 72, 36, 46, CREAM);
    room.box(-64, 36, -44, 66, 56, 44, Tone.lift(PERSIMMON, -0.05));
  }
}

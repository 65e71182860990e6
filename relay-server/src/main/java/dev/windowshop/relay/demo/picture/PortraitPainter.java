package dev.windowshop.relay.demo.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// Draws friendly, simple portraits: no two seeds alike. The seed's lowest bits say what is to be
/// recognised (see [#seed]), the others vary the rest.
final class PortraitPainter {
  private static final int[] SKIN = {
    0xF4D3B8, 0xEBBE9B, 0xDDA47C, 0xC68860, 0xA66B47, 0x84512F, 0x653D26, 0xF0C8AC
  };
  private static final int[] HAIR = {
    0x2B2220, 0x3F2A20, 0x5C3B26, 0x8A5A34, 0xB9803F, 0xD9B36C, 0xA8452B, 0x8D8A86, 0xD8D3CA,
    0x1F1E24
  };
  private static final int[] CLOTH = {
    0x8FA58C, 0xD5582A, 0x2C5F72, 0xD39B2A, 0x6F2A3B, 0x4F6F94, 0xE6BFB0, 0x41434A, 0xB4A2CF,
    0x2F5A47, 0xEFE3C8, 0xB23A5E
  };
  private static final int[] GROUND = {
    0xC9D8C4, 0xF2CDB8, 0xC7D6E4, 0xF0DDA6, 0xDCC9DF, 0xBFDAD6, 0xEBC4C0, 0xDDD3C2, 0xB9C7B0,
    0xE9D0B0
  };

  private PortraitPainter() {}

  /// @param cut 0 or 3 any hair, 1 long hair or a bun, 2 short hair and perhaps a beard
  /// @param skin 0 to 7, as in the table
  /// @param hair 0 to 15, as in the table
  static long seed(long seed, int cut, int skin, int hair) {
    return (seed & 0xFFFFFFFFFE00L) | (hair & 15) << 5 | (skin & 7) << 2 | cut & 3;
  }

  static BufferedImage paint(long seed, int size) {
    var random = new SplittableRandom(Surface.mix(seed * 31 + 7));
    Color ground = pick(random, GROUND);
    int cut = (int) (seed & 3);
    int tone = (int) (seed >> 2 & 7);
    int shade = (int) (seed >> 5 & 15) % HAIR.length;
    Color skin = new Color(SKIN[tone]);
    Color hair =
        new Color(HAIR[tone >= 4 && tone < 7 && shade > 1 && shade < 7 ? shade % 2 : shade]);
    Color cloth = pick(random, CLOTH);
    Color second = pick(random, CLOTH);
    var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    double unit = size / 1000.0;
    g.scale(unit, unit);
    var backdrop = new Backdrop(ground, cloth, seed, 0);
    var s = new Sketch(g, unit, cloth, second, backdrop, (int) (seed & 0xFFFF), seed);
    s.gradient(
        Outline.round(-5, -5, 1010, 1010, 0),
        0,
        0,
        Tone.lift(ground, 0.04),
        1000,
        1000,
        Tone.lift(ground, -0.07));
    s.light(210, 200, 620, Color.WHITE, 0.32);
    int[] styles =
        switch (cut) {
          case 1 -> new int[] {1, 4, 6, 3, 1, 4, 5};
          case 2 -> new int[] {0, 2, 9, 7, 0, 5};
          default -> new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        };
    int style = styles[random.nextInt(styles.length)];
    if (style == 1 || style == 4) {
      longHair(s, hair, style == 4);
    }
    shoulders(s, random.nextInt(4), skin, cloth, second);
    head(s, skin);
    face(s, random, skin, hair, cut == 2);
    hair(s, style, hair, cloth, second);
    if (random.nextInt(4) == 0) {
      glasses(s, random.nextBoolean());
    }
    g.dispose();
    return image;
  }

  private static Color pick(SplittableRandom random, int[] from) {
    return new Color(from[random.nextInt(from.length)]);
  }

  private static void shoulders(Sketch s, int kind, Color skin, Color cloth, Color second) {
    Shape body =
        Outline.svg(
            "M 90 1010 C 100 860 190 790 340 762 C 400 750 420 730 424 700 L 576 700 C 580 730 600"
                + " 750 660 762 C 810 790 900 860 910 1010 Z");
    s.shadow(body, 10, -6, 40, 0.22);
    s.volume(body, cloth, 90, 0.9);
    Shape neck =
        Outline.svg(
            "M 420 600 L 580 600 L 584 720 C 590 760 566 796 500 800 C 434 796 410 760 416 720 Z");
    s.volume(neck, Tone.lift(skin, -0.05), 30, 0.8);
    s.glow(Outline.ellipse(510, 690, 82, 40), 22, Tone.lift(skin, -0.22), 0.5);
    switch (kind) {
      case 0 -> s.line("M 398 742 C 420 830 580 830 602 742", 40, Tone.lift(cloth, 0.03));
      case 1 -> {
        Shape left =
            Outline.svg("M 404 726 L 340 770 L 440 900 L 502 838 C 450 820 420 780 404 726 Z");
        s.volume(left, Tone.mix(cloth, Color.WHITE, 0.35), 16, 0.9);
        s.volume(Outline.mirror(left), Tone.mix(cloth, Color.WHITE, 0.28), 16, 0.9);
      }
      case 2 -> {
        Shape roll =
            Outline.svg(
                "M 396 716 C 390 760 400 810 410 826 C 460 852 540 852 590 826 C 600 810 610 760 604 716 C 560 742 440 742 396 716 Z");
        s.shadow(roll, 0, 12, 16, 0.3);
        s.volume(roll, Tone.lift(cloth, 0.02), 30, 1);
      }
      default -> {
        Shape scarf =
            Outline.svg(
                "M 372 740 C 430 800 570 800 628 740 C 668 780 664 850 620 872 C 560 900 440 900 380 872 C 336 850 332 780 372 740 Z");
        s.shadow(scarf, 0, 12, 16, 0.3);
        s.volume(scarf, second, 36, 1);
      }
    }
  }

  private static void head(Sketch s, Color skin) {
    for (double x : new double[] {304, 696}) {
      s.volume(Outline.ellipse(x, 480, 38, 54), Tone.lift(skin, -0.02), 18, 0.9);
    }
    Shape head =
        Outline.svg(
            "M 500 216 C 630 216 704 310 700 440 C 698 560 640 690 500 700 C 360 690 302 560 300"
                + " 440 C 296 310 370 216 500 216 Z");
    s.volume(head, skin, 110, 0.85);
    Color blush = Tone.mix(skin, new Color(0xD8583F), 0.45);
    s.light(392, 560, 70, blush, 0.5);
    s.light(608, 560, 70, blush, 0.5);
  }

  private static void face(
      Sketch s, SplittableRandom random, Color skin, Color hair, boolean beard) {
    Color ink = new Color(0x2C211D);
    Color brow = Tone.mix(hair, ink, 0.4);
    double gap = 84 + random.nextInt(14);
    int mood = random.nextInt(3);
    for (int side = -1; side <= 1; side += 2) {
      double x = 500 + side * gap;
      if (mood == 2) {
        s.line(Outline.path("M", x - 24, 482, "Q", x, 456, x + 24, 482), 9, ink);
      } else {
        s.fill(Outline.ellipse(x, 474, 15, 18), ink);
        s.fill(Outline.ellipse(x - 5, 467, 5, 5), Color.WHITE);
      }
      s.line(Outline.path("M", x - 36, 420, "Q", x, 396 - mood * 5, x + 36, 418), 11, brow);
    }
    s.line(
        Outline.path("M", 502, 490, "C", 520, 530, 520, 550, 490, 552), 8, Tone.lift(skin, -0.14));
    if (mood == 0) {
      Shape smile =
          Outline.svg(
              "M 428 592 C 460 616 540 616 572 592 C 566 640 530 656 500 656 C 470 656 434 640 428 592 Z");
      s.fill(smile, new Color(0x7C2F2B));
      s.fill(Outline.both(smile, Outline.round(420, 586, 160, 30, 8)), Color.WHITE);
    } else {
      s.line("M 440 602 C 470 634 530 634 560 602", 10, Tone.mix(new Color(0x8A3B33), skin, 0.15));
    }
    if (beard && random.nextInt(5) < 2) {
      Shape chin =
          Outline.svg(
              "M 306 500 C 316 620 380 716 500 722 C 620 716 684 620 694 500 C 670 560 620 570 570"
                  + " 564 C 540 552 460 552 430 564 C 380 570 330 560 306 500 Z");
      Shape mouth = Outline.ellipse(500, 610, 66, 26);
      s.volume(Outline.without(chin, mouth), hair, 34, 0.9);
    }
  }

  private static void longHair(Sketch s, Color hair, boolean wavy) {
    Shape back =
        wavy
            ? Outline.smooth(
                500, 150, 690, 210, 770, 400, 744, 560, 790, 700, 730, 860, 500, 900, 270, 860, 210,
                700, 256, 560, 230, 400, 310, 210)
            : Outline.svg(
                "M 500 150 C 700 150 770 300 764 470 C 762 620 780 720 770 850 L 230 850 C 220 720"
                    + " 238 620 236 470 C 230 300 300 150 500 150 Z");
    s.shadow(back, 12, 14, 30, 0.25);
    s.volume(back, Tone.lift(hair, -0.02), 80, 1);
  }

  private static void hair(Sketch s, int style, Color hair, Color cloth, Color second) {
    Shape cap =
        switch (style) {
          case 0 ->
              Outline.svg(
                  "M 288 440 C 270 260 370 160 510 160 C 660 160 730 270 712 440 C 690 380 670 340 640 310 C 560 350 420 350 350 316 C 320 350 300 390 288 440 Z");
          case 1 ->
              Outline.svg(
                  "M 262 520 C 240 280 350 150 500 150 C 650 150 760 280 738 520 C 712 440 690 360 520 290 C 400 330 300 420 262 520 Z");
          case 2 ->
              Outline.svg(
                  "M 286 470 C 250 250 380 130 540 150 C 690 150 740 280 714 460 C 690 400 680 350 600 300 C 500 340 380 330 330 300 C 300 350 296 410 286 470 Z");
          case 3 ->
              Outline.svg(
                  "M 270 520 C 230 270 360 150 500 150 C 640 150 770 270 730 520 L 690 560 C 700 440 680 380 660 340 C 560 372 440 372 340 340 C 320 380 300 440 310 560 Z");
          case 4 ->
              Outline.svg(
                  "M 250 540 C 220 280 360 150 520 156 C 680 160 770 300 744 540 C 720 420 640 400 560 280 C 480 380 330 380 250 540 Z");
          default ->
              Outline.svg(
                  "M 292 430 C 284 270 380 176 500 176 C 620 176 716 270 708 430 C 690 360 660 320 620 296 C 560 276 440 276 380 296 C 340 320 310 360 292 430 Z");
        };
    if (style == 5) {
      var curls = new Area(cap);
      for (int i = 0; i < 17; i++) {
        double a = Math.PI * (0.93 + 1.14 * i / 16.0);
        double r = 226 + i % 2 * 12;
        curls.add(new Area(Outline.ellipse(500 + Math.cos(a) * r, 392 + Math.sin(a) * r, 62, 62)));
      }
      s.shadow(curls, 4, 12, 16, 0.25);
      s.volume(curls, hair, 56, 1);
      s.pattern(
          curls,
          58,
          52,
          12,
          t -> {
            t.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            t.setColor(Tone.alpha(Tone.lift(hair, 0.12), 0.35));
            t.draw(Outline.svg("M 6 26 C 10 6 30 6 34 24"));
            t.setColor(Tone.alpha(Tone.lift(hair, -0.1), 0.35));
            t.draw(Outline.svg("M 30 46 C 34 30 52 30 56 46"));
          });
      return;
    }
    if (style == 6) {
      s.volume(Outline.ellipse(500, 130, 92, 84), hair, 46, 1.1);
    }
    if (style == 7) {
      Shape beanie =
          Outline.svg(
              "M 276 380 C 270 210 380 120 500 120 C 620 120 730 210 724 380 C 600 350 400 350 276 380 Z");
      s.volume(cap, hair, 40, 0.9);
      s.volume(beanie, second, 70, 1);
      Cloth.knit(s, beanie, second, 26, 0);
      Shape fold =
          Outline.svg("M 262 350 C 400 318 600 318 738 350 L 734 430 C 600 396 400 396 266 430 Z");
      s.shadow(fold, 0, 6, 10, 0.3);
      s.volume(fold, Tone.lift(second, 0.02), 26, 1);
      return;
    }
    s.shadow(cap, 4, 14, 16, 0.28);
    s.volume(cap, hair, 60, 1);
    s.faded(
        0.35,
        () -> {
          s.line("M 380 250 C 430 200 540 186 610 214", 10, Tone.lift(hair, 0.16));
          s.line("M 350 290 C 390 250 420 236 460 226", 7, Tone.lift(hair, 0.14));
        });
    if (style == 8) {
      Shape band =
          Outline.svg("M 300 300 C 400 236 600 236 700 300 L 694 344 C 600 284 400 284 306 344 Z");
      s.volume(band, cloth, 16, 1);
    }
  }

  private static void glasses(Sketch s, boolean round) {
    Color frame = new Color(0x3A2A22);
    for (int side = -1; side <= 1; side += 2) {
      double x = 500 + side * 92;
      Shape lens =
          round ? Outline.ellipse(x, 476, 68, 66) : Outline.round(x - 72, 424, 144, 104, 34);
      s.fill(lens, Tone.alpha(Color.WHITE, 0.16));
      s.line(lens, 10, frame);
    }
    s.line("M 470 466 Q 500 448 530 466", 10, frame);
  }
}

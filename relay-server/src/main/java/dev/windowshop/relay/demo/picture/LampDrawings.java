package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Lamps, lit.
final class LampDrawings {
  private static final Color GLOW = new Color(0xFFE2AE);
  private static final Color BRASS = new Color(0xC9A050);
  private static final Color PAPER = new Color(0xF6E7CB);

  private LampDrawings() {}

  static void table(Sketch s) {
    switch (s.shape(6)) {
      case 0 -> shaded(s, false);
      case 1 -> mushroom(s);
      case 2 -> globe(s);
      case 3 -> reading(s);
      case 4 -> shaded(s, true);
      default -> cones(s);
    }
  }

  private static void shaded(Sketch s, boolean pleated) {
    s.light(500, 400, 420, GLOW, 0.5);
    s.stand(500, 826, 120);
    Turned foot =
        pleated
            ? new Turned(
                500, 500, 14, 560, 16, 600, 60, 650, 34, 700, 76, 770, 44, 800, 120, 815, 122)
            : new Turned(500, 500, 18, 540, 26, 580, 90, 660, 158, 740, 162, 800, 120, 815, 108);
    s.turned(foot, pleated ? Surface.plain(s.main) : VesselDrawings.glaze(s, 0), Finish.GLOSS);
    s.rod(500, 470, 500, 512, 20, 20, BRASS, Finish.METAL);
    Color cloth = pleated ? Tone.mix(PAPER, s.main, 0.42) : Tone.mix(PAPER, s.accent, 0.12);
    Turned shade =
        pleated
            ? new Turned(500, 230, 130, 360, 190, 490, 262)
            : new Turned(500, 220, 186, 490, 252);
    int[] light = Tone.ramp(cloth);
    int[] dark = Tone.ramp(Tone.lift(cloth, -0.07));
    s.turned(
        shade,
        pleated
            ? (u, v) -> Math.floorMod((int) Math.floor((u + 1) * 21), 2) == 0 ? light : dark
            : Surface.plain(cloth),
        Finish.MATTE);
    lit(s, shade.outline(), 470, 250);
    s.light(520, 640, 190, GLOW, 0.16);
  }

  /// Warm light through a shade, strongest near the bulb.
  private static void lit(Sketch s, Shape shade, double y, double r) {
    s.light(shade, 490, y - 90, r * 1.25, new Color(0xFFF3D2), 0.85);
    s.light(shade, 490, y, r * 0.9, new Color(0xFFD590), 0.42);
  }

  private static void mushroom(Sketch s) {
    s.light(500, 560, 420, GLOW, 0.45);
    s.stand(500, 826, 130);
    s.turned(
        new Turned(500, 470, 52, 560, 50, 700, 72, 790, 130, 815, 134),
        Tone.lift(s.main, -0.01),
        Finish.GLOSS);
    s.light(Outline.ellipse(500, 560, 70, 90), 500, 520, 90, GLOW, 0.7);
    Color inside = Tone.mix(GLOW, Color.WHITE, 0.35);
    s.fill(Outline.ellipse(500, 500, 268, 48), inside);
    Turned dome = new Turned(500, 246, 1, 249, 44, 258, 86, 290, 158, 350, 220, 430, 260, 492, 272);
    s.turned(dome, s.main, Finish.GLOSS);
    s.ball(500, 252, 12, s.tone(-0.03), Finish.GLOSS);
    s.gradient(
        Outline.ellipse(500, 494, 262, 38),
        300,
        470,
        new Color(0xFFEFCB),
        640,
        530,
        new Color(0xF2C98A));
    s.light(500, 512, 120, Color.WHITE, 0.8);
  }

  private static void globe(Sketch s) {
    s.light(500, 410, 470, GLOW, 0.6);
    s.stand(500, 826, 110);
    s.turned(
        new Turned(500, 560, 84, 576, 90, 600, 40, 640, 34, 760, 40, 790, 118, 815, 122),
        s.main.getRed() > 220 ? new Color(0xC79A63) : s.main,
        Finish.GLOSS);
    s.ball(500, 400, 190, new Color(0xFFF4DC), Finish.MATTE);
    Shape ball = Outline.ellipse(500, 400, 190, 190);
    s.light(ball, 480, 400, 240, new Color(0xFFFBEF), 0.95);
    s.light(ball, 520, 520, 150, new Color(0xFFD694), 0.35);
  }

  private static void reading(Sketch s) {
    s.stand(400, 826, 150);
    s.turned(new Turned(400, 786, 140, 796, 150, 815, 150), s.main, Finish.SATIN);
    s.disc(400, 786, 140, s.main, 0.02);
    Color arm = Tone.mix(BRASS, s.main, 0.15);
    s.rod(400, 786, 330, 500, 18, 18, arm, Finish.METAL);
    s.rod(330, 500, 590, 300, 18, 18, arm, Finish.METAL);
    s.ball(330, 500, 24, s.tone(-0.05), Finish.GLOSS);
    Shape beam = Outline.poly(560, 410, 730, 330, 900, 800, 420, 830);
    s.glow(beam, 40, GLOW, 0.34);
    Shape head =
        Outline.svg(
            "M 556 286 C 590 240 660 236 690 262 C 744 300 768 352 776 392 L 552 470 C 536 410 532 340 556 286 Z");
    s.fill(Outline.turn(Outline.ellipse(664, 432, 120, 30), -19, 664, 432), new Color(0xFFF1CF));
    s.volume(head, s.main, 80, 1.15);
    s.line("M 586 300 C 572 340 574 400 584 436", 9, Tone.alpha(Color.WHITE, 0.4));
    s.ball(600, 296, 20, s.tone(-0.08), Finish.GLOSS);
  }

  private static void cones(Sketch s) {
    s.light(500, 420, 430, GLOW, 0.5);
    s.stand(500, 826, 176);
    s.turned(
        new Turned(500, 540, 14, 800, 172, 815, 176), VesselDrawings.glaze(s, 2), Finish.SATIN);
    Color cloth = Tone.mix(PAPER, s.main, 0.2);
    Turned shade = new Turned(500, 220, 110, 545, 246);
    s.turned(shade, cloth, Finish.MATTE);
    lit(s, shade.outline(), 500, 240);
  }

  static void floor(Sketch s) {
    int shape = s.shape(3);
    Color metal = Tone.mix(BRASS, s.accent, 0.2);
    Color wood = new Color(0xB98450);
    if (shape == 1) {
      s.light(700, 400, 380, GLOW, 0.5);
      s.stand(300, 856, 110);
      s.turned(new Turned(300, 826, 108, 836, 112, 852, 112), s.tone(-0.06), Finish.GLOSS);
      s.disc(300, 826, 108, s.tone(-0.06), 0.04);
      s.tube(
          "M 300 828 C 292 560 300 180 500 150 C 620 132 696 190 706 268", 15, metal, Finish.GLOSS);
      Color inside = new Color(0xFFEFCB);
      s.turned(new Turned(706, 258, 30, 290, 90, 350, 132, 400, 146), s.main, Finish.GLOSS);
      s.fill(Outline.ellipse(706, 402, 140, 22), inside);
      s.light(706, 412, 90, Color.WHITE, 0.8);
      return;
    }
    s.light(500, 300, 400, GLOW, 0.5);
    if (shape == 0) {
      s.stand(500, 866, 104);
      s.turned(new Turned(500, 840, 98, 848, 104, 862, 104), s.tone(-0.06), Finish.SATIN);
      s.disc(500, 840, 98, s.tone(-0.06), 0.03);
      s.rod(500, 360, 500, 842, 15, 15, metal, Finish.METAL);
    } else {
      s.stand(350, 862, 24);
      s.stand(662, 862, 24);
      s.stand(560, 818, 20);
      s.rod(508, 400, 560, 820, 16, 11, Tone.lift(wood, -0.08), Finish.SATIN);
      s.rod(496, 400, 350, 866, 17, 12, wood, Finish.SATIN);
      s.rod(506, 400, 662, 866, 17, 12, Tone.lift(wood, -0.02), Finish.SATIN);
      s.rod(500, 360, 500, 420, 44, 44, wood, Finish.SATIN);
    }
    Color cloth = Tone.mix(PAPER, s.main, 0.6);
    Turned shade =
        shape == 0 ? new Turned(500, 130, 150, 372, 192) : new Turned(500, 140, 168, 372, 176);
    s.turned(shade, cloth, Finish.MATTE);
    lit(s, shade.outline(), 330, 190);
  }

  static void pendant(Sketch s) {
    int shape = s.shape(4);
    s.segment(500, -10, 500, 330, 7, new Color(0x3A3632));
    s.segment(498, -10, 498, 330, 2, new Color(0x8A8178));
    switch (shape) {
      case 0 -> {
        Turned bell =
            new Turned(500, 300, 40, 350, 48, 390, 90, 440, 190, 540, 252, 640, 280, 655, 286);
        s.shadow(bell.outline(), 60, 46, 60, 0.28);
        s.light(500, 720, 330, GLOW, 0.5);
        s.turned(bell, s.main, Finish.GLOSS);
        s.gradient(
            Outline.ellipse(500, 656, 278, 44),
            300,
            640,
            new Color(0xFFF3D6),
            700,
            680,
            new Color(0xEFC78A));
        s.light(500, 664, 110, Color.WHITE, 0.9);
        s.turned(new Turned(500, 262, 26, 310, 40), BRASS, Finish.METAL);
      }
      case 1 -> {
        s.light(500, 500, 440, GLOW, 0.5);
        Shape ball = Outline.ellipse(500, 520, 268, 250);
        s.shadow(ball, 60, 50, 60, 0.22);
        s.ball(500, 520, 262, Tone.mix(PAPER, s.main, 0.35), Finish.MATTE);
        s.light(Outline.ellipse(500, 520, 262, 262), 490, 520, 280, new Color(0xFFF8E6), 0.8);
        for (int i = 1; i < 12; i++) {
          double y = 258 + i * 43.6;
          double half = Math.sqrt(Math.max(0, 262 * 262 - (y - 520) * (y - 520)));
          String path =
              "M "
                  + (500 - half)
                  + " "
                  + y
                  + " Q 500 "
                  + (y + half * 0.16)
                  + " "
                  + (500 + half)
                  + " "
                  + y;
          s.line(path, 2.5, Tone.alpha(new Color(0x9A7B52), 0.28));
        }
      }
      case 2 -> {
        Turned cage = new Turned(500, 320, 50, 380, 150, 480, 226, 580, 250, 680, 210);
        s.shadow(cage.outline(), 60, 46, 60, 0.28);
        s.light(500, 540, 380, GLOW, 0.6);
        s.turned(cage, Tone.mix(s.main, GLOW, 0.35), Finish.MATTE);
        lit(s, cage.outline(), 560, 220);
        weave(s, cage);
      }
      default -> {
        s.light(500, 600, 380, GLOW, 0.5);
        Turned disc = new Turned(500, 440, 60, 470, 96, 520, 110, 540, 300, 556, 312);
        s.shadow(disc.outline(), 60, 60, 60, 0.28);
        s.turned(disc, s.main, Finish.GLOSS);
        s.gradient(
            Outline.ellipse(500, 560, 306, 48),
            240,
            540,
            new Color(0xFFF1D0),
            760,
            590,
            new Color(0xEBC083));
        s.ball(500, 590, 62, new Color(0xFFFAEC), Finish.MATTE);
        s.light(500, 590, 130, Color.WHITE, 0.7);
        s.turned(new Turned(500, 392, 22, 444, 34), BRASS, Finish.METAL);
      }
    }
  }

  private static void weave(Sketch s, Turned cage) {
    Color strand = Tone.lift(s.main, -0.16);
    for (int i = 0; i < 11; i++) {
      double y = cage.top() + (cage.bottom() - cage.top()) * (i + 0.5) / 11;
      double r = cage.radiusAt(y);
      String path =
          "M " + (500 - r) + " " + y + " Q 500 " + (y + r * 0.34) + " " + (500 + r) + " " + y;
      s.line(path, 7, Tone.alpha(strand, 0.75));
    }
    for (int i = -9; i <= 9; i++) {
      double angle = Math.PI / 2 * i / 10;
      var path = new StringBuilder();
      for (int k = 0; k <= 8; k++) {
        double y = cage.top() + (cage.bottom() - cage.top()) * k / 8;
        double x = 500 + cage.radiusAt(y) * Math.sin(angle);
        path.append(k == 0 ? "M " : " L ")
            .append(x)
            .append(' ')
            .append(y + cage.radiusAt(y) * Turned.TILT * Math.cos(angle));
      }
      s.line(path.toString(), 5, Tone.alpha(strand, 0.6));
    }
  }
}

package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Hats, beanies, scarves, sunglasses, watches, rings, necklaces and earrings.
final class WornDrawings {
  private static final Color STRAW = new Color(0xDDBE86);

  private WornDrawings() {}

  static void hat(Sketch s) {
    int shape = s.shape(3);
    s.stand(500, 782, 350, 0.17);
    if (shape == 2) {
      Shape crown =
          Outline.svg(
              "M 250 680 C 240 430 370 330 520 336 C 670 344 742 470 730 690 C 600 740 380 736 250 680 Z");
      s.volume(crown, s.main, 84, 1.15);
      s.fold("M 500 340 C 470 450 470 600 486 716", 6, 0.45);
      s.fold("M 520 340 C 620 420 650 560 646 708", 6, 0.35);
      Shape brim =
          Outline.svg(
              "M 236 676 C 360 726 560 726 700 688 C 800 700 900 740 890 770 C 860 800 620 800 440 776 C 320 760 230 720 236 676 Z");
      s.shadow(brim, 0, -8, 10, 0.3);
      s.volume(brim, s.accent, 26, 1.1);
      s.ball(512, 336, 15, s.tone(-0.04), Finish.MATTE);
      s.volume(Outline.round(330, 520, 100, 70, 8), Tone.mix(s.accent, Color.WHITE, 0.2), 8, 0.7);
      return;
    }
    Color felt = shape == 0 ? s.main : Tone.mix(STRAW, s.main, 0.25);
    s.turned(new Turned(500, 690, 300, 706, 372, 722, 390, 730, 386), felt, Finish.MATTE);
    s.gradient(
        Outline.ellipse(500, 706, 384, 66),
        140,
        650,
        Tone.lift(felt, 0.06),
        840,
        770,
        Tone.lift(felt, -0.08));
    Turned crown =
        shape == 0
            ? new Turned(500, 404, 140, 430, 176, 560, 194, 700, 206)
            : new Turned(500, 440, 120, 460, 170, 560, 200, 700, 210);
    s.shadow(Outline.ellipse(540, 714, 236, 44), 0, 0, 20, 0.4);
    Color band = shape == 0 ? Tone.mix(s.accent, s.main, 0.3) : s.main;
    int[] cloth = Tone.ramp(felt);
    int[] dark = Tone.ramp(Tone.lift(felt, -0.05));
    int[] ribbon = Tone.ramp(band);
    s.turned(
        crown,
        (u, v) ->
            v > 0.74 ? ribbon : shape == 1 && Math.floorMod((int) (v * 40), 2) == 0 ? dark : cloth,
        Finish.MATTE);
    if (shape == 0) {
      s.gradient(
          Outline.svg(
              "M 366 402 C 420 372 580 372 634 402 C 600 440 560 420 500 428 C 440 420 400 440 366 402 Z"),
          380,
          380,
          Tone.lift(felt, -0.11),
          620,
          430,
          Tone.lift(felt, -0.02));
      s.volume(Outline.svg("M 640 620 L 716 600 L 722 690 L 644 680 Z"), band, 8, 0.9);
    } else {
      s.disc(500, 440, 120, felt, 0.02);
      for (int i = 1; i < 9; i++) {
        s.line(
            Outline.ellipse(500, 706, 210 + i * 20, 36 + i * 3.4),
            2.4,
            Tone.alpha(Tone.lift(felt, -0.16), 0.3));
      }
    }
  }

  static void beanie(Sketch s) {
    int shape = s.shape(3);
    s.stand(500, 800, 270, 0.15);
    Shape crown = Outline.svg("M 236 660 C 222 420 340 270 500 264 C 660 270 778 420 764 660 Z");
    s.fill(crown, s.main);
    if (shape == 1) {
      s.pattern(
          crown,
          200,
          130,
          0,
          g -> {
            g.setColor(s.accent);
            g.fill(Outline.round(-5, 20, 210, 44, 0));
          });
    }
    TopDrawings.knit(s, crown, s.main, 26, 0);
    s.relief(crown, s.main, 100, 1.1);
    for (int i = -3; i <= 3; i++) {
      s.fold(
          Outline.path(
              "M", 500 + i * 12, 280, "C", 500 + i * 60, 380, 500 + i * 76, 520, 500 + i * 80, 650),
          8,
          0.3);
    }
    Shape brim =
        Outline.svg(
            "M 222 640 C 400 664 600 664 778 640 C 790 690 788 750 776 796 C 600 822 400 822 224 796 C 212 750 210 690 222 640 Z");
    s.shadow(brim, 0, -6, 12, 0.35);
    s.volume(brim, shape == 2 ? Tone.mix(s.main, s.accent, 0.75) : s.tone(0.012), 40, 1.05);
    s.pattern(
        brim,
        17,
        60,
        0,
        g -> {
          g.setColor(Tone.alpha(s.tone(-0.2), 0.38));
          g.fill(Outline.round(0, -5, 6, 70, 0));
          g.setColor(Tone.alpha(s.tone(0.13), 0.34));
          g.fill(Outline.round(8, -5, 4, 70, 0));
        });
    if (shape != 2) {
      pompom(s, 500, 220, 92, shape == 1 ? s.accent : Tone.mix(s.main, Color.WHITE, 0.3));
    } else {
      s.volume(Outline.round(560, 700, 90, 58, 6), new Color(0x9A5F38), 8, 0.8);
    }
  }

  private static void pompom(Sketch s, double cx, double cy, double r, Color color) {
    s.shadow(Outline.ellipse(cx + 8, cy + 24, r * 0.8, r * 0.8), 0, 0, 22, 0.3);
    for (int ring = 5; ring >= 0; ring--) {
      double at = r * ring / 5.5;
      int count = 5 + ring * 7;
      for (int i = 0; i < count; i++) {
        double a = i * Math.PI * 2 / count + ring;
        double x = cx + Math.cos(a) * at;
        double y = cy + Math.sin(a) * at;
        double light = (-(x - cx) - (y - cy)) / r * 0.055;
        s.segment(
            x,
            y,
            x + Math.cos(a) * 20,
            y + Math.sin(a) * 20,
            9,
            Tone.lift(color, light + s.vary(-0.03, 0.03)));
      }
    }
  }

  static void scarf(Sketch s) {
    int shape = s.shape(4);
    Shape tail =
        Outline.svg(
            "M 380 470 C 440 500 520 500 570 480 C 580 600 560 720 566 850 C 500 866 430 864 376 850 C 390 720 372 600 380 470 Z");
    Shape other =
        Outline.svg(
            "M 520 470 C 570 500 640 490 676 460 C 700 560 690 660 712 760 C 660 790 600 790 548 776 C 552 680 520 580 520 470 Z");
    Shape loop =
        Outline.svg(
            "M 270 330 C 300 190 700 190 730 330 C 742 440 640 530 500 530 C 360 530 258 440 270 330 Z");
    Shape hole =
        Outline.svg(
            "M 366 316 C 390 250 610 250 634 316 C 620 372 560 392 500 392 C 440 392 380 372 366 316 Z");
    s.lay(Outline.union(tail, other, loop));
    for (Shape part : new Shape[] {other, tail}) {
      cloth(s, part, shape, part == tail ? 0 : -6);
      s.relief(part, s.main, 48, 1);
    }
    for (int i = 0; i < 15; i++) {
      s.segment(
          384 + i * 12.6,
          850,
          384 + i * 12.6 + s.vary(-4, 4),
          894,
          6,
          i % 2 == 0 ? s.tone(-0.03) : Tone.mix(s.main, s.accent, 0.4));
      s.segment(
          556 + i * 10.6,
          778,
          558 + i * 10.6 + s.vary(-4, 4),
          820,
          6,
          i % 2 == 0 ? s.tone(-0.05) : Tone.mix(s.main, s.accent, 0.4));
    }
    Shape ring = Outline.without(loop, hole);
    s.shadow(ring, 6, 18, 16, 0.34);
    s.gradient(hole, 380, 250, s.tone(-0.22), 600, 390, s.tone(-0.1));
    cloth(s, ring, shape, 14);
    s.relief(ring, s.main, 50, 1.15);
    s.fold("M 290 370 C 360 480 600 500 710 380", 13, 0.42);
    s.fold("M 310 290 C 360 220 600 210 690 280", 11, 0.3);
    s.fold("M 430 540 C 440 640 420 740 430 840", 12, 0.36);
    s.fold("M 510 540 C 516 640 500 740 510 840", 12, 0.3);
  }

  private static void cloth(Sketch s, Shape part, int shape, double lean) {
    s.fill(part, s.main);
    switch (shape) {
      case 0 -> TopDrawings.knit(s, part, s.main, 26, lean);
      case 1 -> TopDrawings.check(s, part, s.accent, 96, lean);
      case 2 ->
          s.pattern(
              part,
              100,
              90,
              lean,
              g -> {
                g.setColor(s.accent);
                g.fill(Outline.round(-5, 0, 110, 40, 0));
              });
      default ->
          s.pattern(
              part,
              70,
              70,
              20,
              g -> {
                g.setColor(s.accent);
                g.fill(Outline.ellipse(18, 18, 9, 9));
                g.setColor(Tone.mix(s.accent, s.main, 0.4));
                g.fill(Outline.ellipse(52, 52, 6, 6));
              });
    }
  }

  static void sunglasses(Sketch s) {
    int shape = s.shape(4);
    s.stand(500, 700, 360, 0.13);
    boolean metal = shape == 1;
    Color frame = metal ? new Color(0xC9A050) : s.main;
    Color lens =
        metal
            ? Tone.mix(s.main, new Color(0x2E3A36), 0.4)
            : Tone.mix(new Color(0x33302E), s.accent, 0.25);
    s.tube(
        "M 176 470 C 220 400 300 350 380 346",
        metal ? 10 : 20,
        Tone.lift(frame, -0.1),
        Finish.GLOSS);
    s.tube(
        "M 824 470 C 800 400 740 356 664 350",
        metal ? 10 : 20,
        Tone.lift(frame, -0.12),
        Finish.GLOSS);
    Shape left =
        switch (shape) {
          case 0 ->
              Outline.svg(
                  "M 176 470 C 230 446 400 446 452 470 C 462 540 440 640 330 650 C 220 650 176 560 176 470 Z");
          case 1 ->
              Outline.svg(
                  "M 180 470 C 240 450 400 456 456 480 C 466 560 420 670 320 670 C 220 660 176 560 180 470 Z");
          case 2 -> Outline.ellipse(318, 556, 132, 120);
          default ->
              Outline.svg(
                  "M 150 440 C 230 470 380 460 456 486 C 460 560 420 630 320 632 C 220 628 180 540 150 440 Z");
        };
    for (int side = 0; side < 2; side++) {
      Shape rim = side == 0 ? left : Outline.mirror(left);
      s.shadow(rim, 24, 60, 26, 0.2);
      var b = rim.getBounds2D();
      s.gradient(
          rim,
          b.getMinX(),
          b.getMinY(),
          Tone.lift(lens, -0.06),
          b.getMaxX(),
          b.getMaxY(),
          Tone.mix(Tone.lift(lens, 0.2), s.wall, 0.3));
      Shape glare =
          Outline.both(
              rim,
              Outline.poly(
                  b.getMinX() - 20,
                  b.getMaxY(),
                  b.getMinX() + 130,
                  b.getMinY() - 10,
                  b.getMinX() + 190,
                  b.getMinY() - 10,
                  b.getMinX() + 30,
                  b.getMaxY() + 20));
      s.fill(glare, Tone.alpha(Color.WHITE, 0.26));
      double width = metal ? 9 : 26;
      Shape ring = new java.awt.BasicStroke((float) width).createStrokedShape(rim);
      s.volume(ring, frame, metal ? 6 : 14, 1.2);
    }
    if (metal) {
      s.tube("M 452 486 C 480 462 520 462 548 486", 9, frame, Finish.GLOSS);
      s.tube("M 430 462 L 570 462", 8, frame, Finish.GLOSS);
    } else {
      s.tube("M 448 500 C 474 474 526 474 552 500", 26, frame, Finish.GLOSS);
    }
  }

  static void watch(Sketch s) {
    int shape = s.shape(4);
    boolean steel = shape == 1;
    boolean square = shape == 3;
    Color strap = steel ? new Color(0xB9BCC0) : s.main;
    Color rim = shape == 0 || shape == 3 ? new Color(0xC9A050) : new Color(0xC3C6CA);
    Shape band =
        Outline.svg(
            "M 410 70 C 440 60 560 60 590 70 L 604 320 L 396 320 Z M 396 680 L 604 680 L 588 930 C 560 944 440 944 412 930 Z");
    s.lay(Outline.union(band, Outline.ellipse(500, 500, 220, 220)));
    s.volume(band, strap, 34, 1.1);
    if (steel) {
      s.pattern(
          band,
          220,
          36,
          0,
          g -> {
            g.setColor(Tone.alpha(new Color(0x50545A), 0.5));
            g.fill(Outline.round(-5, 0, 230, 4, 0));
            g.setColor(Tone.alpha(Color.WHITE, 0.4));
            g.fill(Outline.round(-5, 5, 230, 6, 0));
          });
      s.segment(458, 70, 450, 320, 3, Tone.alpha(new Color(0x50545A), 0.5));
      s.segment(542, 70, 550, 320, 3, Tone.alpha(new Color(0x50545A), 0.5));
      s.segment(450, 680, 458, 930, 3, Tone.alpha(new Color(0x50545A), 0.5));
      s.segment(550, 680, 542, 930, 3, Tone.alpha(new Color(0x50545A), 0.5));
    } else {
      s.dashes(
          Outline.svg(
              "M 424 84 L 412 310 M 576 84 L 588 310 M 412 690 L 424 918 M 588 690 L 576 918"),
          3,
          Tone.alpha(Tone.lift(strap, 0.16), 0.8),
          9,
          7);
      for (int i = 0; i < 4; i++) {
        s.fill(Outline.ellipse(500, 760 + i * 40, 7, 9), Tone.lift(strap, -0.22));
      }
    }
    Shape outer =
        square ? Outline.round(318, 318, 364, 364, 60) : Outline.ellipse(500, 500, 208, 208);
    s.volume(Outline.round(698, 476, 34, 48, 8), rim, 10, 1.1);
    s.shadow(outer, 10, 14, 14, 0.35);
    s.volume(outer, rim, 22, 1.3);
    Color dial =
        steel
            ? s.main
            : shape == 2 ? Tone.mix(new Color(0xF8F4EA), s.accent, 0.12) : new Color(0xFAF6EC);
    Color ink = Tone.of(dial).l() > 0.6 ? new Color(0x2E2B28) : new Color(0xF6F1E6);
    if (square) {
      s.fill(Outline.round(340, 340, 320, 320, 44), dial);
    }
    HomeDrawings.face(s, 500, 500, square ? 158 : 178, dial, ink);
    if (shape == 2) {
      s.line(Outline.ellipse(500, 590, 38, 38), 3, Tone.alpha(ink, 0.5));
      s.line(Outline.ellipse(425, 500, 34, 34), 3, Tone.alpha(ink, 0.5));
      s.line(Outline.ellipse(575, 500, 34, 34), 3, Tone.alpha(ink, 0.5));
    }
    s.fill(
        Outline.both(
            Outline.ellipse(500, 500, 176, 176),
            Outline.poly(320, 560, 500, 300, 580, 300, 340, 660)),
        Tone.alpha(Color.WHITE, 0.14));
  }

  private static void loop(
      Sketch s, double cx, double cy, double rx, double ry, double w, Color metal) {
    Shape ring =
        Outline.without(
            Outline.ellipse(cx, cy, rx, ry), Outline.ellipse(cx, cy, rx - w, ry - w * 0.92));
    int[] ramp = Tone.ramp(metal);
    s.gradient(ring, cx - rx, cy - ry, new Color(ramp[220]), cx + rx, cy + ry, new Color(ramp[64]));
    s.relief(ring, metal, w * 0.7, 1.5);
    Shape shine =
        Outline.path(
            "M",
            cx - rx + w / 2,
            cy,
            "C",
            cx - rx + w / 2,
            cy - ry * 0.6,
            cx - rx * 0.5,
            cy - ry + w / 2,
            cx,
            cy - ry + w / 2);
    s.line(shine, w * 0.2, Tone.alpha(Color.WHITE, 0.75));
  }

  static void gem(Sketch s, double cx, double cy, double r, Color color) {
    Shape stone =
        Outline.poly(
            cx - r,
            cy - r * 0.25,
            cx - r * 0.55,
            cy - r * 0.75,
            cx + r * 0.55,
            cy - r * 0.75,
            cx + r,
            cy - r * 0.25,
            cx,
            cy + r);
    s.gradient(
        stone, cx - r, cy - r, Tone.lift(color, 0.2), cx + r, cy + r, Tone.lift(color, -0.16));
    s.fill(
        Outline.poly(cx - r * 0.5, cy - r * 0.25, cx, cy - r * 0.75, cx + r * 0.5, cy - r * 0.25),
        Tone.alpha(Color.WHITE, 0.5));
    s.fill(
        Outline.poly(cx - r * 0.5, cy - r * 0.25, cx + r * 0.5, cy - r * 0.25, cx, cy + r),
        Tone.alpha(Tone.lift(color, -0.08), 0.5));
    s.fill(
        Outline.poly(cx - r, cy - r * 0.25, cx - r * 0.5, cy - r * 0.25, cx, cy + r),
        Tone.alpha(Color.WHITE, 0.22));
    s.light(cx - r * 0.3, cy - r * 0.5, r * 0.7, Color.WHITE, 0.6);
  }

  static void ring(Sketch s) {
    int shape = s.shape(4);
    Color metal = shape == 1 ? new Color(0xC6C9CE) : new Color(0xD2A850);
    if (shape == 3) {
      for (int i = 0; i < 3; i++) {
        double y = 740 - i * 56;
        s.shadow(Outline.ellipse(510, y + 30, 190, 52), 0, 0, 16, 0.35);
        loop(
            s,
            500,
            y,
            186,
            66,
            28,
            i == 1 ? new Color(0xC6C9CE) : i == 0 ? metal : new Color(0xD49A7C));
      }
      return;
    }
    s.shadow(Outline.ellipse(540, 808, 180, 30), 0, 0, 22, 0.4);
    s.shadow(Outline.ellipse(500, 804, 90, 16), 0, 0, 8, 0.5);
    loop(s, 500, 600, 204, 206, shape == 2 ? 58 : 34, metal);
    if (shape == 0) {
      s.volume(Outline.round(446, 372, 108, 40, 12), metal, 12, 1.2);
      gem(s, 500, 348, 74, s.main);
    } else if (shape == 1) {
      s.ball(500, 380, 64, Tone.mix(s.main, new Color(0xF5EFE6), 0.55), Finish.GLOSS);
      s.line("M 444 402 C 470 430 530 430 556 402", 11, metal);
    } else {
      Shape face = Outline.ellipse(500, 410, 96, 70);
      s.volume(face, metal, 20, 1.2);
      s.volume(Outline.ellipse(500, 408, 72, 50), s.main, 16, 1);
    }
  }

  static void necklace(Sketch s) {
    int shape = s.shape(3);
    Color metal = shape == 1 ? new Color(0xC2C5CA) : new Color(0xCFA54E);
    Shape bust =
        Outline.svg(
            "M 380 90 C 400 200 380 260 300 310 C 200 360 170 460 190 600 C 210 760 360 900 500 910 C 640 900 790 760 810 600 C 830 460 800 360 700 310 C 620 260 600 200 620 90 Z");
    Color linen = Tone.mix(s.wall, Color.WHITE, 0.4);
    s.lay(bust);
    s.volume(bust, linen, 120, 0.9);
    Shape chain = Outline.svg("M 366 250 C 330 430 420 600 500 620 C 580 600 670 430 634 250");
    s.line(Outline.move(chain, 5, 8), 8, Tone.alpha(s.ink, 0.25));
    s.line(chain, 7, Tone.lift(metal, -0.12));
    s.dashes(chain, 5, Tone.lift(metal, 0.14), 5, 8);
    switch (shape) {
      case 0 -> {
        s.shadow(Outline.ellipse(508, 684, 56, 60), 0, 0, 12, 0.4);
        gem(s, 500, 672, 60, s.main);
        s.line("M 440 656 L 500 618 L 560 656", 7, metal);
      }
      case 1 -> {
        for (int i = 0; i <= 16; i++) {
          double t = i / 16.0;
          double a = Math.PI * (1 - t);
          double x = 500 + Math.cos(a) * 150;
          double y = 420 + Math.sin(a) * 196;
          double r = 14 + 13 * Math.sin(a);
          s.shadow(Outline.ellipse(x + 4, y + 8, r, r), 0, 0, 6, 0.35);
          s.ball(x, y, r, Tone.mix(s.main, new Color(0xF7F1E8), 0.6), Finish.GLOSS);
        }
      }
      default -> {
        Shape disc = Outline.ellipse(500, 676, 62, 62);
        s.shadow(disc, 6, 10, 10, 0.4);
        s.volume(disc, metal, 14, 1.2);
        s.line("M 470 690 C 486 650 514 650 530 690", 6, Tone.lift(metal, -0.2));
        s.fill(Outline.ellipse(500, 652, 10, 10), s.main);
      }
    }
  }

  static void earrings(Sketch s) {
    int shape = s.shape(3);
    Color metal = new Color(0xCFA54E);
    Shape card = Outline.round(280, 170, 440, 660, 22);
    s.lay(card);
    s.volume(card, Tone.mix(new Color(0xF8F3E8), s.main, 0.10), 14, 0.7);
    s.line("M 440 240 L 560 240", 8, Tone.alpha(s.main, 0.8));
    s.line("M 464 268 L 536 268", 5, Tone.alpha(s.ink, 0.3));
    for (double x : new double[] {400, 600}) {
      switch (shape) {
        case 0 -> {
          s.shadow(
              Outline.without(Outline.ellipse(x, 540, 84, 92), Outline.ellipse(x, 540, 62, 70)),
              10,
              14,
              8,
              0.35);
          loop(s, x, 540, 84, 92, 22, metal);
        }
        case 1 -> {
          s.line(Outline.path("M", x, 400, "L", x, 560), 5, metal);
          s.ball(x, 396, 17, metal, Finish.METAL);
          s.shadow(Outline.ellipse(x + 8, 622, 50, 70), 0, 0, 10, 0.35);
          s.volume(
              Outline.path(
                  "M", x, 540, "C", x + 30, 590, x + 56, 620, x + 56, 660, "C", x + 56, 720, x - 56,
                  720, x - 56, 660, "C", x - 56, 620, x - 30, 590, x, 540, "Z"),
              s.main,
              36,
              1.3);
        }
        default -> {
          s.shadow(Outline.ellipse(x + 7, 520, 60, 54), 0, 0, 10, 0.35);
          for (int i = 0; i < 6; i++) {
            Shape petal = Outline.turn(Outline.ellipse(x, 470, 28, 42), i * 60, x, 510);
            s.volume(petal, s.main, 14, 1.1);
          }
          s.ball(x, 510, 24, metal, Finish.METAL);
        }
      }
    }
  }
}

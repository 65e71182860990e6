package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Hats, beanies, scarves, sunglasses, watches, rings, necklaces and earrings.
final class WornDrawings {
  private static final Color STRAW = new Color(0xDDBE86);

  private WornDrawings() {}

  static void hat(Sketch s) {
    int shape = s.shape(3);
    if (shape == 2) {
      s.stand(520, 772, 330, 0.10);
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
    s.stand(500, 772, 350, 0.15);
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
    Cloth.knit(s, crown, s.main, 26, 0);
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
      case 0 -> Cloth.knit(s, part, s.main, 26, lean);
      case 1 -> Cloth.check(s, part, s.accent, 96, lean);
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
    s.stand(500, 662, 330, 0.07);
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
}

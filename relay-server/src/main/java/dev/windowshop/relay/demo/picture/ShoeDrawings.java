package dev.windowshop.relay.demo.picture;

import java.awt.Color;
import java.awt.Shape;

/// Sneakers, boots and loafers, one behind the other.
final class ShoeDrawings {
  private static final Color SOLE = new Color(0xF3EEE4);
  private static final Color GUM = new Color(0xB98450);

  private ShoeDrawings() {}

  private interface Shoe {
    void draw(Sketch s);
  }

  /// The far shoe a little behind and to the right.
  private static void pair(Sketch s, Shoe shoe) {
    s.stand(500, 800, 380, 0.10);
    var before = s.g.getTransform();
    s.g.translate(96, -92);
    s.g.scale(0.96, 0.96);
    shoe.draw(s);
    s.g.setTransform(before);
    s.shadow(Outline.ellipse(560, 770, 330, 44), 0, 0, 26, 0.38);
    s.g.translate(-40, 0);
    shoe.draw(s);
    s.g.setTransform(before);
  }

  static void sneaker(Sketch s) {
    int shape = s.shape(4);
    pair(s, part -> sneaker(part, shape));
  }

  private static void sneaker(Sketch s, int shape) {
    boolean high = shape == 1;
    Color sole = shape == 2 ? GUM : SOLE;
    Shape upper =
        high
            ? Outline.svg(
                "M 196 730 C 190 640 214 560 220 470 C 224 430 230 400 250 384 C 300 372 370 374 420 388 C 436 440 470 520 540 570 C 620 610 720 630 776 664 C 810 690 816 720 812 744 Z")
            : Outline.svg(
                "M 190 736 C 180 670 186 610 196 560 C 214 536 250 548 284 570 C 320 588 360 574 396 540 C 410 520 440 520 458 540 C 520 596 620 620 730 646 C 796 664 822 700 818 746 Z");
    Shape base =
        shape == 3
            ? Outline.svg(
                "M 176 716 C 300 730 560 726 700 734 C 780 736 830 720 846 742 C 856 770 838 806 800 808 L 520 806 C 470 806 460 790 420 790 C 380 790 370 808 330 808 L 210 808 C 176 806 168 760 176 716 Z")
            : Outline.svg(
                "M 178 722 C 320 738 560 734 700 738 C 770 738 820 730 834 744 C 846 770 836 802 806 804 L 206 806 C 178 804 170 764 178 722 Z");
    s.volume(upper, s.main, 54, 1.05);
    Shape toe =
        Outline.both(
            upper, Outline.svg("M 640 600 C 620 660 630 720 650 770 L 860 770 L 860 620 Z"));
    Color toeColor = high ? SOLE : shape == 0 ? s.tone(-0.03) : Tone.mix(s.main, s.accent, 0.25);
    s.volume(toe, toeColor, 34, 0.9);
    Shape heel =
        Outline.both(
            upper, Outline.svg("M 150 480 L 262 480 C 250 580 268 680 280 770 L 150 770 Z"));
    s.volume(heel, shape == 0 ? s.accent : s.tone(-0.06), 26, 0.9);
    if (shape == 0 || shape == 2) {
      Shape swoop =
          Outline.svg("M 300 716 C 380 690 470 640 520 590 L 566 612 C 520 670 440 716 380 728 Z");
      s.volume(Outline.both(upper, swoop), s.accent, 12, 0.8);
    } else if (shape == 3) {
      for (int i = 0; i < 4; i++) {
        s.line(Outline.path("M", 310 + i * 54, 724, "L", 350 + i * 50, 600 + i * 8), 14, s.accent);
      }
    } else {
      s.volume(Outline.ellipse(286, 500, 42, 42), SOLE, 12, 0.8);
      s.fill(Outline.ellipse(286, 500, 22, 22), s.accent);
    }
    Shape tongue =
        high
            ? Outline.svg(
                "M 392 380 C 400 350 440 346 456 366 C 470 430 510 500 566 552 L 520 566 C 460 520 420 450 392 380 Z")
            : Outline.svg(
                "M 384 548 C 388 500 430 478 456 494 C 480 540 540 580 612 604 L 580 622 C 500 606 440 580 384 548 Z");
    s.volume(tongue, s.tone(0.03), 18, 0.8);
    int rows = high ? 6 : 4;
    for (int i = 0; i < rows; i++) {
      double t = i / (rows - 1.0);
      double x = high ? 402 + 120 * t * t + 20 * t : 424 + 140 * t;
      double y = high ? 420 + 150 * t : 548 + 54 * t;
      s.segment(x - 2, y + 5, x + 52, y - 18 + 5, 13, Tone.alpha(s.ink, 0.3));
      s.segment(x, y, x + 52, y - 20, 12, SOLE);
    }
    if (!high) {
      Shape collar =
          Outline.svg(
              "M 196 562 C 214 536 250 548 284 570 C 320 588 360 574 396 540 C 360 600 310 622 262 604 C 230 590 210 580 196 562 Z");
      s.volume(collar, s.tone(-0.09), 12, 0.7);
    }
    s.shadow(
        Outline.both(upper, Outline.svg("M 170 716 L 850 736 L 850 760 L 170 744 Z")),
        0,
        0,
        8,
        0.4);
    s.volume(base, sole, 22, 1);
    s.line(
        "M 186 770 C 400 782 620 778 834 776",
        4,
        Tone.alpha(shape == 0 ? s.accent : Tone.lift(sole, -0.2), 0.7));
    s.dashes(
        Outline.svg("M 290 700 C 400 716 540 712 636 708"),
        2.2,
        Tone.alpha(s.tone(-0.2), 0.5),
        8,
        6);
  }

  static void boot(Sketch s) {
    int shape = s.shape(3);
    pair(s, part -> boot(part, shape));
  }

  private static void boot(Sketch s, int shape) {
    Color sole = shape == 1 ? new Color(0x3A3028) : new Color(0x4A382B);
    double top = shape == 1 ? 300 : shape == 2 ? 210 : 330;
    Shape shaft =
        Outline.path(
            "M", 236, 744, "C", 222, 640, 244, 540, 238, top + 60, "C", 238, top + 20, 244, top,
            262, top - 4, "C", 330, top - 14, 400, top - 10, 452, top, "C", 466, top + 60, 456, 480,
            476, 560, "C", 520, 612, 640, 620, 724, 660, "C", 790, 690, 800, 720, 796, 750, "Z");
    s.volume(shaft, s.main, 64, 1.15);
    s.gradient(
        Outline.ellipse(356, top + 2, 98, 16), 260, top, s.tone(-0.28), 450, top, s.tone(-0.14));
    if (shape == 0) {
      Shape elastic =
          Outline.svg(
              "M 300 380 C 340 372 380 374 404 384 C 400 460 392 540 376 600 C 344 560 312 480 300 380 Z");
      s.fill(elastic, Tone.mix(s.accent, new Color(0x30261F), 0.6));
      s.pattern(
          elastic,
          9,
          20,
          0,
          g -> {
            g.setColor(Tone.alpha(Color.WHITE, 0.16));
            g.fill(Outline.round(0, -2, 3, 24, 0));
          });
      s.line(elastic, 4, s.tone(-0.12));
      s.tube("M 244 326 C 226 290 252 276 262 318", 12, s.tone(-0.05), Finish.SATIN);
    } else if (shape == 1) {
      Shape cuff =
          Outline.path(
              "M", 236, top + 8, "C", 300, top - 10, 400, top - 10, 460, top + 6, "L", 462,
              top + 60, "C", 400, top + 50, 300, top + 50, 234, top + 62, "Z");
      s.volume(cuff, s.accent, 20, 1);
      for (int i = 0; i < 7; i++) {
        double y = 376 + i * 34;
        double x = 440 + Math.max(0, i - 4) * 24;
        s.segment(x - 30, y + 6, x + 30, y - 6, 9, Tone.alpha(s.ink, 0.35));
        s.segment(x - 32, y, x + 30, y - 12, 8, new Color(0xE9C98C));
        s.ball(x - 34, y, 8, new Color(0xC9A050), Finish.METAL);
      }
      s.line("M 300 740 C 420 700 520 690 560 604", 4, s.tone(-0.12));
    } else {
      s.fold("M 250 560 C 320 590 400 590 470 560", 12, 0.4);
      s.fold("M 248 600 C 320 640 420 640 500 600", 12, 0.35);
      s.volume(
          Outline.path(
              "M", 242, top + 10, "C", 300, top + 26, 400, top + 26, 458, top + 8, "L", 458,
              top + 40, "C", 400, top + 54, 300, top + 54, 240, top + 42, "Z"),
          s.accent,
          10,
          0.9);
      s.line("M 470 570 C 440 640 420 700 420 742", 3, Tone.alpha(s.tone(-0.2), 0.6));
    }
    s.light(shaft, 690, 680, 70, Color.WHITE, 0.18);
    Shape base =
        shape == 2
            ? Outline.svg(
                "M 222 736 L 806 742 C 818 760 812 776 800 780 L 420 780 C 400 780 390 790 388 812 L 240 812 C 226 800 220 770 222 736 Z")
            : Outline.svg(
                "M 222 734 L 806 740 C 822 764 818 800 796 806 L 400 806 L 394 790 L 380 808 L 236 808 C 222 800 216 770 222 734 Z");
    s.volume(base, sole, 18, 0.9);
    s.dashes(Outline.svg("M 236 740 L 796 746"), 3, Tone.alpha(new Color(0xE9C98C), 0.9), 9, 7);
  }

  static void loafer(Sketch s) {
    int shape = s.shape(2);
    pair(s, part -> loafer(part, shape));
  }

  private static void loafer(Sketch s, int shape) {
    if (shape == 1) {
      sandal(s);
      return;
    }
    Shape upper =
        Outline.svg(
            "M 190 740 C 182 680 188 630 204 596 C 230 580 262 590 300 620 C 360 650 430 640 480 590 C 520 570 560 580 600 610 C 680 640 770 650 806 690 C 822 716 822 736 818 750 Z");
    s.volume(upper, s.main, 50, 1.2);
    Shape mouth =
        Outline.svg(
            "M 206 600 C 230 584 262 594 300 622 C 360 652 420 640 474 594 C 450 570 400 560 350 566 C 290 560 230 570 206 600 Z");
    s.gradient(mouth, 220, 560, s.tone(-0.3), 460, 640, s.tone(-0.16));
    Shape apron =
        Outline.svg(
            "M 486 588 C 530 580 640 600 720 650 C 760 680 720 700 660 690 C 580 680 510 650 486 588 Z");
    s.volume(apron, s.tone(0.02), 24, 0.8);
    s.dashes(apron, 3, Tone.alpha(s.tone(-0.2), 0.7), 9, 6);
    Shape strap =
        Outline.svg(
            "M 440 620 C 470 600 540 590 580 600 L 600 640 C 560 650 520 680 500 740 L 440 740 C 446 700 444 660 440 620 Z");
    s.shadow(strap, 3, 5, 6, 0.4);
    s.volume(strap, s.tone(-0.015), 14, 0.9);
    s.fill(Outline.turn(Outline.round(500, 612, 56, 12, 6), -10, 520, 618), s.tone(-0.26));
    s.light(upper, 700, 660, 80, Color.WHITE, 0.22);
    s.volume(
        Outline.svg(
            "M 178 732 L 824 742 C 834 758 826 776 808 778 L 370 778 L 366 806 L 196 806 C 180 792 176 760 178 732 Z"),
        new Color(0x4A3628),
        14,
        0.9);
  }

  private static void sandal(Sketch s) {
    Shape base =
        Outline.svg(
            "M 180 730 C 300 716 420 730 520 726 C 640 716 770 716 830 738 C 846 770 830 800 790 804 L 220 806 C 184 800 172 760 180 730 Z");
    s.volume(base, new Color(0xC9A27A), 22, 1);
    s.line("M 186 758 C 400 766 640 760 838 762", 10, Tone.alpha(new Color(0x6B4A32), 0.6));
    s.gradient(
        Outline.svg(
            "M 184 730 C 300 700 460 712 540 708 C 660 696 790 706 826 738 C 640 742 400 746 184 730 Z"),
        200,
        700,
        new Color(0xE3C6A0),
        800,
        740,
        new Color(0xB68D62));
    s.volume(
        Outline.svg(
            "M 560 740 C 580 640 640 590 700 606 C 760 630 780 690 784 744 L 700 752 C 690 700 670 690 650 752 Z"),
        s.main,
        24,
        1.1);
    s.volume(
        Outline.svg(
            "M 380 742 C 400 620 470 560 540 580 C 590 604 600 680 596 748 L 530 752 C 520 680 480 680 460 748 Z"),
        s.tone(0.01),
        24,
        1.1);
    s.volume(
        Outline.svg(
            "M 200 734 C 200 620 280 570 380 590 L 480 600 L 470 640 L 380 634 C 300 620 250 660 250 740 Z"),
        s.tone(-0.02),
        18,
        1.1);
    s.line(Outline.round(420, 592, 44, 56, 10), 8, new Color(0xC9A050));
  }
}

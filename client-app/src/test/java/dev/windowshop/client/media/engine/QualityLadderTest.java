package dev.windowshop.client.media.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.media.MediaEvent.Strain;
import dev.windowshop.client.media.engine.QualityLadder.Second;
import org.junit.jupiter.api.Test;

final class QualityLadderTest {
  private static final Second FINE = new Second(0, 20, 0.2);
  private static final Second LOSSY = new Second(0.2, 20, 0.2);
  private static final Second LATE = new Second(0, 900, 0.2);
  private static final Second BUSY = new Second(0, 20, 0.99);

  private final QualityLadder ladder = new QualityLadder();

  @Test
  void oneBadSecondIsWeather() {
    assertFalse(ladder.after(LOSSY));
    assertFalse(ladder.after(FINE));
    assertFalse(ladder.after(LOSSY));
    assertEquals(0, ladder.step());
    assertEquals(Strain.NONE, ladder.strain());
  }

  @Test
  void framesGoFirstThenSizeThenThePicture() {
    VideoSize full = new VideoSize(640, 360, 30);
    assertEquals(full, QualityLadder.at(0, full));
    assertEquals(new VideoSize(640, 360, 15), QualityLadder.at(1, full));
    assertEquals(new VideoSize(320, 180, 15), QualityLadder.at(2, full));
    assertEquals(new VideoSize(212, 120, 8), QualityLadder.at(3, full));
    VideoSize small = new VideoSize(320, 180, 15);
    assertEquals(small, QualityLadder.at(1, small));
    assertEquals(new VideoSize(240, 134, 15), QualityLadder.at(2, small));
    seconds(8, LOSSY);
    assertEquals(QualityLadder.AUDIO_ONLY, ladder.step());
    assertEquals(Strain.NETWORK, ladder.strain());
    seconds(8, LOSSY);
    assertEquals(QualityLadder.AUDIO_ONLY, ladder.step());
  }

  @Test
  void whatComesTooLateIsOverload() {
    seconds(2, LATE);
    assertEquals(1, ladder.step());
  }

  @Test
  void aBusyComputerKeepsALittlePicture() {
    seconds(20, BUSY);
    assertEquals(QualityLadder.AUDIO_ONLY - 1, ladder.step());
    assertEquals(Strain.COMPUTER, ladder.strain());
  }

  @Test
  void whenNextToNothingArrivesItGoesDownAtOnce() {
    assertTrue(ladder.after(new Second(0.6, 20, 0.2)));
  }

  @Test
  void itComesBackSlowlyAndMoreSlowlyWhenThatDidNotHold() {
    seconds(2, LOSSY);
    seconds(9, FINE);
    assertEquals(1, ladder.step());
    seconds(1, FINE);
    assertEquals(0, ladder.step());
    seconds(2, LOSSY);
    assertEquals(1, ladder.step());
    seconds(19, FINE);
    assertEquals(1, ladder.step());
    seconds(1, FINE);
    assertEquals(0, ladder.step());
  }

  private void seconds(int count, Second each) {
    for (int i = 0; i < count; i++) {
      ladder.after(each);
    }
  }
}

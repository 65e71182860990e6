package dev.windowshop.client.media.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ToneMeterTest {
  private static final int RATE = 48_000;

  @Test
  void aToneIsHeardAtItsFrequencyAlone() {
    IntToDoubleFunction tone = i -> 0.1 * Math.sin(2 * Math.PI * 720 * i / RATE);
    assertTrue(share(720, tone) > 0.99);
    assertTrue(share(660, tone) < 0.01);
  }

  @Test
  void oneOfTwoTonesHasItsShare() {
    IntToDoubleFunction both =
        i ->
            0.1 * Math.sin(2 * Math.PI * 720 * i / RATE)
                + 0.05 * Math.sin(2 * Math.PI * 420 * i / RATE);
    assertEquals(0.8, share(720, both), 0.01);
    assertEquals(0.2, share(420, both), 0.01);
  }

  @Test
  void noiseAndSilenceAreNoTone() {
    SplittableRandom random = new SplittableRandom(3);
    assertTrue(share(720, i -> random.nextDouble(-1, 1)) < 0.01);
    assertEquals(0, share(720, i -> 0));
  }

  private static double share(double hertz, IntToDoubleFunction sound) {
    ToneMeter meter = new ToneMeter(hertz);
    for (int i = 0; i < RATE / 4; i++) {
      meter.add(sound.applyAsDouble(i), RATE);
    }
    return meter.share();
  }
}

package dev.windowshop.relay.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {
  @Test
  void aRateIsACountAPeriodAndPerhapsABurst() {
    assertEquals(new Rate(120, Duration.ofMinutes(1), 120), Rate.parse("120/1m"));
    assertEquals(new Rate(5, Duration.ofHours(1), 5), Rate.parse(" 5/h "));
    assertEquals(new Rate(100, Duration.ofSeconds(1), 600), Rate.parse("100/1s/600"));
    assertEquals(new Rate(1, Duration.ofDays(31), 1), Rate.parse("1/31d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"120/1m", "5/1h", "100/1s/600", "7/90s", "1/31d", "3/36h"})
  void whatIsWrittenIsReadAgain(String text) {
    assertEquals(text, Rate.text(Rate.parse(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "0/1m", "5/0m", "5/1w", "-5/1m", "5/1m/0", "1/32d", "1.5/1m", "5/1m/"})
  void whatIsNoRateIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Rate.parse(text));
  }

  @Test
  void laterSettingsWinAndAllNamesEveryOne() {
    LimitConfig config = LimitConfig.parse(List.of("all=off", "sign-up=5/1h", "sign-up=6/1h"));
    assertEquals(Optional.empty(), config.rate(Limit.SEARCHES));
    assertEquals(Optional.of(Rate.parse("6/1h")), config.rate(Limit.SIGN_UP));
    assertEquals(Optional.of(Limit.SEARCHES.rate()), LimitConfig.DEFAULT.rate(Limit.SEARCHES));
  }

  @Test
  void whatIsNoLimitIsNamed() {
    assertEquals(
        "there is no limit named 'sign-ups'",
        assertThrows(
                IllegalArgumentException.class, () -> LimitConfig.parse(List.of("sign-ups=5/1h")))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> LimitConfig.parse(List.of("sign-up")));
  }
}

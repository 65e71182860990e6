package dev.windowshop.client.account;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// How long what one is up to stays on the profile.
public enum Lasting {
  ALWAYS("Until I change it"),
  HOUR("For an hour"),
  TODAY("Today"),
  WEEK("This week");

  private final String words;

  Lasting(String words) {
    this.words = words;
  }

  /// @return null for always
  @Nullable Instant until(Instant now, ZoneId zone) {
    ZonedDateTime here = now.atZone(zone);
    return switch (this) {
      case ALWAYS -> null;
      case HOUR -> now.plus(Duration.ofHours(1));
      case TODAY -> here.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
      case WEEK ->
          here.toLocalDate()
              .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
              .atStartOfDay(zone)
              .toInstant();
    };
  }

  @Override
  public String toString() {
    return words;
  }
}

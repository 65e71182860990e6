package dev.windowshop.relay.limit;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// So many in a period, refilled evenly, with as many at once as the burst says. Written
/// `COUNT/PERIOD` or `COUNT/PERIOD/BURST`: `120/1m`, `100/1s/600`.
public record Rate(long count, Duration period, long burst) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,9})/(\\d{0,6})(s|m|h|d)(?:/(\\d{1,9}))?");
  private static final Duration LONGEST = Duration.ofDays(31);

  public Rate {
    if (count < 1 || burst < 1 || period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException("a rate is at least one in a period");
    }
    if (period.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("a period is 31 days at most");
    }
  }

  /// @throws IllegalArgumentException saying what is expected
  public static Rate parse(String text) {
    Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no rate: write COUNT/PERIOD, for example 120/1m, or off");
    }
    long count = Long.parseLong(parts.group(1));
    long periods = parts.group(2).isEmpty() ? 1 : Long.parseLong(parts.group(2));
    String burst = parts.group(4);
    return new Rate(
        count, unit(parts.group(3), periods), burst == null ? count : Long.parseLong(burst));
  }

  private static Duration unit(String name, long periods) {
    return switch (name) {
      case "s" -> Duration.ofSeconds(periods);
      case "m" -> Duration.ofMinutes(periods);
      case "h" -> Duration.ofHours(periods);
      case String days -> Duration.ofDays(periods);
    };
  }

  /// How long an empty bucket takes to be full again; after that there is nothing to remember.
  Duration refill() {
    return Duration.ofNanos(Math.ceilDiv(period.toNanos(), count)).multipliedBy(burst);
  }

  /// As it is written in a setting; `off` for none.
  public static String text(@Nullable Rate rate) {
    if (rate == null) {
      return "off";
    }
    String base = rate.count + "/" + text(rate.period);
    return rate.burst == rate.count ? base : base + "/" + rate.burst;
  }

  private static String text(Duration period) {
    if (period.toDays() > 0 && period.equals(Duration.ofDays(period.toDays()))) {
      return period.toDays() + "d";
    }
    if (period.toHours() > 0 && period.equals(Duration.ofHours(period.toHours()))) {
      return period.toHours() + "h";
    }
    if (period.toMinutes() > 0 && period.equals(Duration.ofMinutes(period.toMinutes()))) {
      return period.toMinutes() + "m";
    }
    return period.toSeconds() + "s";
  }
}

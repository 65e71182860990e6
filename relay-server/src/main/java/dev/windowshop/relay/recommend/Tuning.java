package dev.windowshop.relay.recommend;

import java.util.Locale;

/// What the data's own past asked for.
///
/// @param halfLifeDays of what people did, in the relations between items and in profiles
/// @param stay while somebody is here, minutes after their last event
/// @param back when somebody comes back, days after
/// @param newcomer for whom nothing is known of
record Tuning(double halfLifeDays, double ridge, Blend stay, Blend back, Blend newcomer) {
  static final double HALF_LIFE_DAYS = 45;
  static final double RIDGE = 4;

  static final Tuning USUAL =
      new Tuning(HALF_LIFE_DAYS, RIDGE, Blend.STAY, Blend.BACK, Blend.NEWCOMER);

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "half-life %.0f d, ridge %.2f; stay: %s; back: %s; newcomer: %s",
        halfLifeDays,
        ridge,
        stay,
        back,
        newcomer);
  }
}

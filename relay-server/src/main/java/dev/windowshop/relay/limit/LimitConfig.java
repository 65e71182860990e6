package dev.windowshop.relay.limit;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The limits as the operator wants them.
///
/// @param rates of those that differ from their defaults; empty for off
public record LimitConfig(Map<Limit, Optional<Rate>> rates) {
  public static final LimitConfig DEFAULT = new LimitConfig(Map.of());

  /// Nothing is limited: for tests and benchmarks.
  public static final LimitConfig NONE = parse(java.util.List.of("all=off"));

  public LimitConfig {
    rates = Map.copyOf(rates);
  }

  /// @param settings `NAME=COUNT/PERIOD` or `NAME=off` each, later ones win; `all` names every one
  /// @throws IllegalArgumentException saying what is wrong
  public static LimitConfig parse(Collection<String> settings) {
    Map<Limit, Optional<Rate>> rates = new EnumMap<>(Limit.class);
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "'" + setting + "' is no limit: write NAME=COUNT/PERIOD, for example sign-up=5/1h");
      }
      String name = setting.substring(0, equals).strip();
      String value = setting.substring(equals + 1).strip();
      Optional<Rate> rate =
          value.equalsIgnoreCase("off") ? Optional.empty() : Optional.of(Rate.parse(value));
      if (name.equals("all")) {
        for (Limit limit : Limit.values()) {
          rates.put(limit, rate);
        }
      } else {
        rates.put(
            Limit.ofWire(name)
                .orElseThrow(
                    () -> new IllegalArgumentException("there is no limit named '" + name + "'")),
            rate);
      }
    }
    return new LimitConfig(rates);
  }

  /// What holds; empty for off.
  public Optional<Rate> rate(Limit limit) {
    return rates.getOrDefault(limit, Optional.of(limit.rate()));
  }
}

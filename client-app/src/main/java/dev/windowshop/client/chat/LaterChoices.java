package dev.windowshop.client.chat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The times that are offered for sending something later. Pure.
final class LaterChoices {
  static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  /// Before that, whoever is awake has not begun the day.
  private static final LocalTime DAWN = LocalTime.of(5, 0);

  private static final Set<DayOfWeek> BEFORE_NO_WORK = Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

  record Choice(String name, Instant at) {}

  private LaterChoices() {}

  static List<Choice> at(ZonedDateTime now) {
    List<Choice> choices = new ArrayList<>();
    choices.add(
        new Choice("In an hour", now.plusHours(1).truncatedTo(ChronoUnit.MINUTES).toInstant()));
    LocalTime time = now.toLocalTime();
    LocalDate today = now.toLocalDate();
    if (time.isBefore(DAWN)) {
      choices.add(choice("This morning", today, MORNING, now));
    }
    if (time.isBefore(EVENING.minusHours(1))) {
      choices.add(choice("This evening", today, EVENING, now));
    }
    choices.add(choice("Tomorrow morning", today.plusDays(1), MORNING, now));
    if (BEFORE_NO_WORK.contains(now.getDayOfWeek())) {
      LocalDate monday = today.with(java.time.temporal.TemporalAdjusters.next(DayOfWeek.MONDAY));
      choices.add(choice("Monday morning", monday, MORNING, now));
    }
    return List.copyOf(choices);
  }

  private static Choice choice(String name, LocalDate day, LocalTime time, ZonedDateTime now) {
    return new Choice(name, day.atTime(time).atZone(now.getZone()).toInstant());
  }
}

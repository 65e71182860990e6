package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LaterChoicesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static List<String> at(String local) {
    ZonedDateTime now = ZonedDateTime.of(java.time.LocalDateTime.parse(local), BERLIN);
    return LaterChoices.at(now).stream()
        .map(choice -> choice.name() + " " + choice.at().atZone(BERLIN).toLocalDateTime())
        .toList();
  }

  @Test
  void theChoicesFollowTheHourAndTheDayOfTheWeek() {
    assertEquals(
        List.of(
            "In an hour 2026-11-25T11:12",
            "This evening 2026-11-25T18:00",
            "Tomorrow morning 2026-11-26T09:00"),
        at("2026-11-25T10:12:44"));
    assertEquals(
        List.of(
            "In an hour 2026-11-27T23:30",
            "Tomorrow morning 2026-11-28T09:00",
            "Monday morning 2026-11-30T09:00"),
        at("2026-11-27T22:30:00"));
    assertEquals("This morning 2026-11-25T09:00", at("2026-11-25T01:00:00").get(1));
  }

  @Test
  void aMorningIsAtNineByTheClockOnTheWallWhenTheClocksChange() {
    assertEquals("Tomorrow morning 2026-10-25T09:00", at("2026-10-24T20:00:00").get(1));
    assertEquals("In an hour 2026-03-29T03:30", at("2026-03-29T01:30:00").getFirst());
  }

  @Test
  void timesAreUnderstoodAsTheyAreWrittenHereAndInOtherWays() {
    LaterTimePane.Times german = new LaterTimePane.Times(Locale.GERMANY);
    LaterTimePane.Times american = new LaterTimePane.Times(Locale.US);
    assertEquals("21:05", german.toString(LocalTime.of(21, 5)));
    assertEquals("9:05 PM", american.toString(LocalTime.of(21, 5)));
    for (LaterTimePane.Times times : List.of(german, american)) {
      for (LocalTime time : List.of(LocalTime.MIDNIGHT, LocalTime.NOON, LocalTime.of(7, 3))) {
        assertEquals(time, times.fromString(times.toString(time)));
      }
      assertEquals(LocalTime.of(21, 5), times.fromString(" 21:05 "));
      assertEquals(LocalTime.of(21, 5), times.fromString("21.05"));
      assertEquals(LocalTime.of(21, 5), times.fromString("9:05 pm"));
      assertEquals(LocalTime.of(9, 0), times.fromString("9am"));
      assertEquals(LocalTime.of(9, 0), times.fromString("9"));
      assertNull(times.fromString("soon"));
      assertNull(times.fromString("25:00"));
    }
  }

  @Test
  void whatWaitsIsSaidByTheRelaysClock() {
    FakeLater later = new FakeLater();
    Instant relay = Instant.parse("2026-11-25T10:00:00Z");
    later.clock = () -> relay;
    try (LaterViewModel model =
        new LaterViewModel("chat", later, Runnable::run, BERLIN, Locale.GERMANY)) {
      assertEquals("", model.summary().get());
      assertEquals(relay.plusSeconds(3600), model.choices().getFirst().at());
      Instant tomorrow = model.at(LocalDate.of(2026, 11, 26), LocalTime.of(9, 0));
      later.all.set(
          java.util.Map.of(
              "chat",
              List.of(Samples.later("one", tomorrow, null)),
              "other",
              List.of(Samples.later("two", tomorrow, "no"))));
      assertEquals("1 scheduled · next tomorrow, 09:00", model.summary().get());
      later.all.set(
          java.util.Map.of("chat", List.of(Samples.later("one", tomorrow, "It was closed."))));
      assertEquals("A message could not be sent", model.summary().get());
      assertTrue(model.failed().get());
      assertNull(model.refuses(tomorrow));
      assertEquals(
          "That has passed already. Pick a time to come.", model.refuses(relay.minusSeconds(1)));
      assertEquals(
          "Pick a time within a year.", model.refuses(relay.plusSeconds(400L * 24 * 3600)));
    }
  }
}

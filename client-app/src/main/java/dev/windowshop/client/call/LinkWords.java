package dev.windowshop.client.call;

import dev.windowshop.protocol.CallLink;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// How links into calls stand, in words.
final class LinkWords {
  static final String NONE =
      "That is no link into a call. One looks like windowshop://call/ and some letters.";

  private LinkWords() {}

  /// Why it leads nowhere any longer; empty while it does.
  static String closed(CallLink link, Clock clock) {
    Integer most = link.maxUses();
    return switch (link.state()) {
      case PENDING -> "";
      case REVOKED -> "This link was taken back. Ask whoever gave it to you for another one.";
      case EXPIRED, ACCEPTED, DECLINED, UNKNOWN -> {
        if (most != null && link.uses() >= most) {
          yield "This link has let in as many as it may. Ask for another one.";
        }
        yield clock.instant().isBefore(link.expiresAt())
            ? "The call that this link leads to is over."
            : "This link has expired. Ask for another one.";
      }
    };
  }

  /// Who came by it, and how long it leads anywhere.
  static String standing(CallLink link, Clock clock) {
    Integer most = link.maxUses();
    String came = most == null ? people(link.uses()) : link.uses() + " of " + most;
    return (link.uses() == 0 && most == null ? "Nobody has come by it yet" : came + " came by it")
        + " \u00B7 until "
        + until(link, clock);
  }

  static String kind(CallLink link) {
    return link.media() == dev.windowshop.protocol.Call.Media.VIDEO ? "Video call" : "Audio call";
  }

  private static String people(int count) {
    return count == 1 ? "1 person" : count + " people";
  }

  private static String until(CallLink link, Clock clock) {
    ZonedDateTime at = link.expiresAt().atZone(clock.getZone());
    String time = at.format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT));
    LocalDate today = LocalDate.now(clock);
    if (at.toLocalDate().equals(today)) {
      return time;
    }
    return at.toLocalDate().equals(today.plusDays(1))
        ? "tomorrow, " + time
        : at.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)) + ", " + time;
  }
}

package dev.windowshop.client.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Poll;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Times and messages in words. Immutable.
///
/// @param now gives the present moment
record Wording(ZoneId zone, Locale locale, java.time.InstantSource now) {
  static Wording here() {
    return new Wording(
        ZoneId.systemDefault(), Locale.getDefault(), java.time.InstantSource.system());
  }

  LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  String time(Instant at) {
    // The narrow space before "PM" is next to none in the app's type.
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(locale)
        .format(at.atZone(zone))
        .replace('\u202f', '\u00a0');
  }

  String dayName(LocalDate day) {
    LocalDate today = day(now.instant());
    if (day.equals(today)) {
      return "Today";
    }
    if (day.equals(today.minusDays(1))) {
      return "Yesterday";
    }
    if (day.equals(today.plusDays(1))) {
      return "Tomorrow";
    }
    if (day.isAfter(today.minusDays(7)) && day.isBefore(today.plusDays(7))) {
      return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    }
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /// As short as a tile needs it.
  String brief(Instant at) {
    LocalDate today = day(now.instant());
    LocalDate day = day(at);
    if (day.equals(today)) {
      return time(at);
    }
    if (day.equals(today.minusDays(1))) {
      return "Yesterday";
    }
    if (day.isAfter(today.minusDays(7))) {
      return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    }
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(locale).format(day);
  }

  /// A message in one line.
  static String preview(Message message, @Nullable String ownId) {
    String said = said(message);
    boolean own = message.sender().id().equals(ownId);
    boolean spoken = message.type() != Message.Type.SYSTEM && message.type() != Message.Type.CALL;
    return own && spoken ? "You: " + said : said;
  }

  /// What it says in one line, whoever said it.
  static String said(Message message) {
    return message.deletedAt() != null
        ? "Message deleted"
        : MessageMarkup.plain(content(message)).replace('\n', ' ');
  }

  private static String content(Message message) {
    String content = message.content();
    return switch (message.type()) {
      case CALL -> call(message.metadata());
      case PRODUCT -> {
        String title =
            message.metadata() == null
                ? ""
                : message.metadata().path("product").path("title").asText("");
        yield content != null ? content : title.isEmpty() ? "A product" : title;
      }
      case IMAGE -> content == null ? several(message, "picture") : content;
      case VIDEO -> content == null ? several(message, "video") : content;
      case VOICE -> content == null ? "A voice message" : content;
      case FILE ->
          content != null
              ? content
              : message.attachments().size() == 1
                  ? message.attachments().getFirst().name()
                  : several(message, "file");
      case ORDER -> content == null ? "An order" : content;
      case OFFER -> content == null ? "An offer" : content;
      case POLL -> {
        Poll poll = PollCard.of(message);
        yield poll == null ? "A poll" : "Poll: " + poll.question();
      }
      case TEXT, SYSTEM, UNKNOWN -> content == null ? "" : content;
    };
  }

  private static String several(Message message, String what) {
    int count = message.attachments().size();
    return count > 1 ? count + " " + what + "s" : "A " + what;
  }

  static boolean missed(@Nullable JsonNode metadata) {
    return metadata != null && !metadata.hasNonNull("durationMs");
  }

  static Call.Media media(@Nullable JsonNode metadata) {
    boolean audio = metadata != null && metadata.path("media").asText().equals("audio");
    return audio ? Call.Media.AUDIO : Call.Media.VIDEO;
  }

  static String call(@Nullable JsonNode metadata) {
    String kind = media(metadata) == Call.Media.AUDIO ? "Audio call" : "Video call";
    if (metadata == null) {
      return kind;
    }
    if (metadata.hasNonNull("durationMs")) {
      Duration length = Duration.ofMillis(metadata.path("durationMs").asLong());
      return kind
          + " · "
          + (length.toMinutes() > 0
              ? length.toMinutes() + " min"
              : Math.max(1, length.toSeconds()) + " s");
    }
    return switch (metadata.path("reason").asText()) {
      case "declined" -> kind + " declined";
      case "busy" -> kind + " · busy";
      case "cancelled" -> kind + " cancelled";
      case String _ -> "Missed " + kind.toLowerCase(Locale.ROOT);
    };
  }

  static String writing(List<String> names) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> names.getFirst() + " is writing…";
      case 2 -> names.getFirst() + " and " + names.getLast() + " are writing…";
      default -> "Several people are writing…";
    };
  }

  /// Under a message that the relay wants later.
  static String waits(long seconds) {
    String when =
        seconds <= 1
            ? "in a moment"
            : seconds < 100
                ? "in " + seconds + " seconds"
                : "in " + Math.ceilDiv(seconds, 60L) + " minutes";
    return "Many messages at once: this one goes by itself " + when + ".";
  }
}

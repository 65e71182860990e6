package dev.windowshop.client.notification;

import dev.windowshop.protocol.Notification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.kordamp.ikonli.feather.Feather;

/// What the bell says. Pure.
final class BellWords {
  private BellWords() {}

  static String section(Notification.Kind kind) {
    return switch (kind) {
      case MISSED_CALL -> "Calls";
      case INVITE, JOIN_REQUEST -> "Invites";
      case MENTION -> "Mentions";
      case REPLY, STORY_REPLY -> "Replies";
      case ORDER -> "Orders";
      case OFFER -> "Offers";
      case UNKNOWN -> "More";
    };
  }

  static Feather icon(Notification.Kind kind) {
    return switch (kind) {
      case MISSED_CALL -> Feather.PHONE_MISSED;
      case INVITE, JOIN_REQUEST -> Feather.USER_PLUS;
      case MENTION -> Feather.AT_SIGN;
      case REPLY, STORY_REPLY -> Feather.CORNER_UP_LEFT;
      case ORDER -> Feather.PACKAGE;
      case OFFER -> Feather.TAG;
      case UNKNOWN -> Feather.BELL;
    };
  }

  static String said(Notification one) {
    String who = one.actor() == null ? "Windowshop" : one.actor().displayName();
    String place = one.title();
    String where = place == null ? "" : " in " + place;
    String times = one.count() > 1 ? ", " + one.count() + " times" : "";
    return switch (one.kind()) {
      case MISSED_CALL ->
          (one.count() > 1
                  ? one.count() + " missed calls"
                  : "Missed " + ("video".equals(one.what()) ? "video call" : "call"))
              + " from "
              + who
              + where;
      case INVITE -> who + " invited you" + (place == null ? "" : " to " + place);
      case JOIN_REQUEST ->
          who
              + " would like to join"
              + (place == null ? "" : " " + place)
              + (one.count() > 1 ? " and " + (one.count() - 1) + " more" : "");
      case MENTION -> who + " mentioned you" + where + times;
      case REPLY ->
          one.count() > 1
              ? one.count() + " replies to you" + where + ", last from " + who
              : who + " replied to you" + where;
      case STORY_REPLY ->
          one.count() > 1
              ? one.count() + " answers to your status, last from " + who
              : who + " answered your status";
      case ORDER -> (place == null ? "An order" : place) + ": " + step(one.what());
      case OFFER -> who + " " + offer(one.what()) + times;
      case UNKNOWN -> who + " did something that a newer Windowshop can show";
    };
  }

  private static String offer(@org.jspecify.annotations.Nullable String what) {
    return switch (what == null ? "" : what) {
      case "accepted" -> "accepted your offer";
      case "declined" -> "declined your offer";
      case "withdrawn" -> "took an offer back";
      case "countered" -> "made a counter-offer";
      default -> "made you an offer";
    };
  }

  /// `awaiting_payment` as one says it.
  private static String step(@org.jspecify.annotations.Nullable String what) {
    if (what == null || what.isEmpty()) {
      return "something new";
    }
    return switch (what) {
      case "placed" -> "a new order";
      case "paid" -> "paid";
      case "declined" -> "the payment did not go through";
      case "packed" -> "packed";
      case "shipped" -> "on its way";
      case "expired" -> "not paid in time";
      case "return_requested" -> "somebody would like to return it";
      default -> what.replace('_', ' ');
    };
  }

  static String time(Instant at, Instant now, ZoneId zone) {
    Duration past = Duration.between(at, now);
    if (past.toMinutes() < 1) {
      return "now";
    }
    if (past.toHours() < 1) {
      return past.toMinutes() + " min";
    }
    if (past.toDays() < 1) {
      return past.toHours() + " h";
    }
    return past.toDays() < 7
        ? past.toDays() + " d"
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withZone(zone).format(at);
  }
}

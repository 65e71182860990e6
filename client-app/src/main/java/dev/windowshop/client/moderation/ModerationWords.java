package dev.windowshop.client.moderation;

import dev.windowshop.protocol.Report;
import dev.windowshop.protocol.User;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;

/// How reports and acts are called.
final class ModerationWords {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withZone(ZoneId.systemDefault());

  private ModerationWords() {}

  static String when(Instant at) {
    return WHEN.format(at);
  }

  static String title(Report report) {
    String owner = name(report.owner());
    return switch (report.kind()) {
      case MESSAGE -> "A message by " + owner;
      case PRODUCT -> "A product of " + owner;
      case STORY -> "A status of " + owner;
      case USER -> owner;
      case UNKNOWN -> "Something newer than this app";
    };
  }

  static String reason(Report.Reason reason) {
    return switch (reason) {
      case SPAM -> "spam";
      case HARASSMENT -> "harassment";
      case FRAUD -> "fraud";
      case ILLEGAL -> "something illegal";
      case ADULT -> "adult content";
      case OTHER, UNKNOWN -> "something else";
    };
  }

  static String name(@Nullable User user) {
    return user == null ? "Somebody who is gone" : user.displayName();
  }

  static String decided(Report.@Nullable Action action) {
    return switch (action) {
      case null -> "";
      case DISMISS -> "Dismissed";
      case HIDE -> "Hidden";
      case SUSPEND -> "Suspended";
      case UNKNOWN -> "Decided";
    };
  }

  static String did(Report.Entry entry) {
    String what =
        switch (entry.deed()) {
          case DISMISS -> "dismissed a report of a " + small(entry.kind());
          case HIDE -> "hid a " + small(entry.kind());
          case UNHIDE -> "showed a " + small(entry.kind()) + " again";
          case SUSPEND ->
              "suspended somebody" + (entry.until() == null ? "" : " until " + when(entry.until()));
          case UNSUSPEND -> "let somebody in again";
          case ROLE -> "changed a role";
          case UNKNOWN -> "did something newer than this app";
        };
    return (entry.actor() == null ? "Whoever runs the relay" : entry.actor().displayName())
        + " "
        + what;
  }

  private static String small(Report.Kind kind) {
    return switch (kind) {
      case MESSAGE -> "message";
      case PRODUCT -> "product";
      case STORY -> "status";
      case USER, UNKNOWN -> "person";
    };
  }
}

package dev.windowshop.client.chat;

import dev.windowshop.protocol.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What to look for: words, and `from:name`, `in:conversation`, `after:` and `before:` a day,
/// `has:picture`, `has:file`, `has:voice`, `has:video`, `has:link`, `has:product`.
///
/// @param conversationId null for all of them
public record MessageQuery(
    List<String> words,
    @Nullable String from,
    @Nullable String in,
    @Nullable String conversationId,
    @Nullable Kind kind,
    @Nullable Instant after,
    @Nullable Instant before) {
  public enum Kind {
    PICTURE,
    VIDEO,
    FILE,
    VOICE,
    PRODUCT,
    LINK
  }

  public static MessageQuery of(String text, ZoneId zone) {
    List<String> words = new ArrayList<>();
    String from = null;
    String in = null;
    Kind kind = null;
    Instant after = null;
    Instant before = null;
    for (String part : text.strip().split("\\s+")) {
      int colon = part.indexOf(':');
      String name = colon < 0 ? "" : part.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = colon < 0 ? "" : part.substring(colon + 1);
      if (value.isEmpty() || colon < 0) {
        if (!part.isEmpty()) {
          words.add(part);
        }
        continue;
      }
      Instant day = day(value, zone);
      Kind asked = kind(value);
      if (name.equals("from")) {
        from = value.startsWith("@") ? value.substring(1) : value;
      } else if (name.equals("in")) {
        in = value;
      } else if (name.equals("after") && day != null) {
        after = day;
      } else if (name.equals("before") && day != null) {
        before = day;
      } else if (name.equals("has") && asked != null) {
        kind = asked;
      } else {
        words.add(part);
      }
    }
    return new MessageQuery(List.copyOf(words), from, in, null, kind, after, before);
  }

  private static @Nullable Instant day(String value, ZoneId zone) {
    try {
      return LocalDate.parse(value).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Kind kind(String value) {
    for (Kind kind : Kind.values()) {
      if (kind.name().equalsIgnoreCase(value)) {
        return kind;
      }
    }
    return null;
  }

  public MessageQuery inside(String conversation) {
    return new MessageQuery(words, from, in, conversation, kind, after, before);
  }

  public MessageQuery only(@Nullable Kind wanted) {
    return new MessageQuery(
        words, from, in, conversationId, wanted == null ? kind : wanted, after, before);
  }

  /// Whether what is not words fits: for what was found by its words elsewhere.
  boolean admits(Message message, String conversationName) {
    Message.Sender sender = message.sender();
    boolean links = message.content() != null && message.content().matches("(?s).*https?://.*");
    return (from == null || holds(sender.username() + " " + sender.displayName(), from))
        && (in == null || holds(conversationName, in))
        && (after == null || !message.createdAt().isBefore(after))
        && (before == null || message.createdAt().isBefore(before))
        && (kind == null
            || switch (kind) {
              case PICTURE -> message.type() == Message.Type.IMAGE;
              case VIDEO -> message.type() == Message.Type.VIDEO;
              case FILE -> message.type() == Message.Type.FILE;
              case VOICE -> message.type() == Message.Type.VOICE;
              case PRODUCT -> message.type() == Message.Type.PRODUCT;
              case LINK -> links;
            });
  }

  private static boolean holds(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  /// Whether it asks for nothing.
  public boolean isEmpty() {
    return words.isEmpty()
        && from == null
        && in == null
        && kind == null
        && after == null
        && before == null;
  }
}

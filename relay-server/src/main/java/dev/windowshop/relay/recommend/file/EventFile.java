package dev.windowshop.relay.recommend.file;

import dev.windowshop.relay.recommend.Event;
import dev.windowshop.relay.recommend.EventSource;
import dev.windowshop.relay.recommend.EventType;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Events out of a file with the columns `user, item, timestamp, type, invoice`. Timestamps are
/// seconds, also fractional; what is too large for seconds is milliseconds.
public final class EventFile implements EventSource {
  private static final double MOST_SECONDS = 1e11;

  private final Path file;
  private final BrokenLines broken;
  private final boolean timed;
  private long line;

  /// @param timed whether a timestamp is required; without one, events follow each other
  public EventFile(Path file, BrokenLines broken, boolean timed) {
    this.file = file;
    this.broken = broken;
    this.timed = timed;
  }

  @Override
  public void forEach(Consumer<Event> events) {
    List<String> columns = List.of("user", "item", "timestamp", "type", "invoice");
    line = 0;
    new Table(file, columns, timed ? 3 : 2).read(broken, false, fields -> take(fields, events));
  }

  private @Nullable String take(@Nullable String[] fields, Consumer<Event> events) {
    String user = fields[0];
    String item = fields[1];
    String time = fields[2];
    String type = fields[3];
    String invoice = fields[4];
    if (user == null || item == null) {
      return "no user or no item";
    }
    long at = ++line;
    if (time != null && !time.isEmpty()) {
      try {
        double seconds = Double.parseDouble(time);
        if (!Double.isFinite(seconds)) {
          return "timestamp '" + shortened(time) + "' is no number";
        }
        at = Math.round(Math.abs(seconds) > MOST_SECONDS ? seconds : 1000 * seconds);
      } catch (NumberFormatException e) {
        return "timestamp '" + shortened(time) + "' is no number";
      }
    }
    EventType did = type == null ? EventType.VIEW : EventType.named(type);
    events.accept(
        new Event(user, item, did, at, invoice == null || invoice.isEmpty() ? null : invoice));
    return null;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}

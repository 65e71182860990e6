package dev.windowshop.client.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of messages as they are shown. Pure.
final class MediaOf {
  private MediaOf() {}

  static List<Line.Media> message(Message message) {
    List<Integer> levels = levels(message.metadata());
    return message.attachments().stream().map(one -> attachment(one, levels)).toList();
  }

  static Line.Media attachment(Attachment one, List<Integer> levels) {
    return new Line.Media(
        one.id(),
        FileKind.ofWire(one.kind()),
        one.name(),
        one.mime(),
        one.size(),
        one.width() == null ? 0 : one.width(),
        one.height() == null ? 0 : one.height(),
        one.durationMs() == null ? 0 : one.durationMs(),
        Protocol.API + "/attachments/" + one.id(),
        one.thumbUrl(),
        null,
        1,
        levels);
  }

  static List<Line.Media> pending(Pending pending) {
    List<Integer> levels = levels(pending.send().metadata());
    return pending.files().stream()
        .map(file ->
            new Line.Media(
                file.clientId() + "-" + file.position(),
                file.kind(),
                file.name(),
                "",
                file.size(),
                file.width() == null ? 0 : file.width(),
                file.height() == null ? 0 : file.height(),
                file.durationMs() == null ? 0 : file.durationMs(),
                null,
                null,
                file.path(),
                progress(file, pending.failed()),
                levels))
        .toList();
  }

  private static double progress(PendingFile file, boolean failed) {
    if (failed || file.attachment() != null) {
      return 1;
    }
    return Math.min(0.99, (double) file.sent() / Math.max(1, file.size()));
  }

  static List<Integer> levels(@Nullable JsonNode metadata) {
    List<Integer> levels = new ArrayList<>();
    if (metadata != null) {
      metadata.path("waveform").forEach(level -> levels.add(level.asInt()));
    }
    return List.copyOf(levels);
  }

  /// How large a file is, as one says it.
  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    String[] units = {"kB", "MB", "GB"};
    double value = bytes;
    int unit = -1;
    while (value >= 999.5 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return (value < 9.95 && unit > 0
            ? String.format(java.util.Locale.getDefault(), "%.1f", value)
            : Long.toString(Math.round(value)))
        + " "
        + units[unit];
  }

  static String length(long millis) {
    long seconds = Math.round(millis / 1000.0);
    long hours = seconds / 3600;
    return hours > 0
        ? String.format(
            java.util.Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60)
        : String.format(java.util.Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}

package dev.windowshop.client.call;

import dev.windowshop.client.media.MediaEvent.Flow;
import dev.windowshop.client.media.MediaEvent.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How well somebody comes through, in plain words and in figures. Pure.
enum Reception {
  UNKNOWN,
  GOOD,
  FAIR,
  POOR;

  static Reception of(@Nullable Stats stats) {
    if (stats == null) {
      return UNKNOWN;
    }
    double lost = Math.max(stats.lost(), stats.sentLost());
    if (lost > 0.1 || stats.roundTripMs() > 400) {
      return POOR;
    }
    return lost > 0.03 || stats.roundTripMs() > 200 ? FAIR : GOOD;
  }

  /// Why it is not good, fit to be shown under somebody's name; empty when it is.
  static String cause(@Nullable Stats stats) {
    if (stats == null || of(stats) == GOOD) {
      return "";
    }
    if (stats.lost() > 0.03) {
      return "Their connection loses some of what they say and show";
    }
    if (stats.sentLost() > 0.03) {
      return "Your connection loses some of what you say and show";
    }
    return "What you say arrives late";
  }

  /// A line for each picture and each way:
  ///
  /// ```
  /// Receiving VP8 640×360, 30 fps, 780 kbit/s · 0.4% lost
  /// Their screen VP8 1280×720, 8 fps, 310 kbit/s
  /// Sending VP8 640×360, 30 fps, 760 kbit/s · 0.0% lost
  /// Your screen VP8 1280×720, 8 fps, 290 kbit/s
  /// In all 1122 kbit/s in, 1081 kbit/s out · 24 ms round trip, direct
  /// ```
  static String details(Stats stats) {
    List<String> lines = new ArrayList<>();
    lines.add("Receiving " + picture(stats.received()) + lost(stats.lost()));
    if (isThere(stats.receivedScreen())) {
      lines.add("Their screen " + picture(stats.receivedScreen()));
    }
    lines.add("Sending " + picture(stats.sent()) + lost(stats.sentLost()));
    if (isThere(stats.sentScreen())) {
      lines.add("Your screen " + picture(stats.sentScreen()));
    }
    String roundTrip =
        stats.roundTripMs() < 0
            ? "round trip unknown"
            : String.format(Locale.ROOT, "%.0f ms round trip", stats.roundTripMs());
    lines.add(
        String.format(
            Locale.ROOT,
            "In all %.0f kbit/s in, %.0f kbit/s out · %s, %s",
            stats.receivedKbps(),
            stats.sentKbps(),
            roundTrip,
            stats.relayed()
                ? "through a relay by " + stats.relay().toUpperCase(Locale.ROOT)
                : "direct"));
    return String.join("\n", lines);
  }

  private static boolean isThere(Flow flow) {
    return flow.width() > 0;
  }

  private static String picture(Flow flow) {
    return isThere(flow)
        ? String.format(
            Locale.ROOT,
            "%s %d×%d, %.0f fps, %.0f kbit/s",
            flow.codec(),
            flow.width(),
            flow.height(),
            flow.framesPerSecond(),
            flow.kbps())
        : "no picture";
  }

  private static String lost(double share) {
    return String.format(Locale.ROOT, " · %.1f%% lost", 100 * share);
  }
}

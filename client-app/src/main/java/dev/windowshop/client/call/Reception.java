package dev.windowshop.client.call;

import dev.windowshop.client.media.MediaEvent.Stats;
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

  /// `VP8 640×360, 30 fps · 812 kbit/s · 24 ms · 0.4% lost · direct`.
  static String details(Stats stats) {
    String picture =
        stats.width() == 0
            ? "No picture"
            : String.format(
                Locale.ROOT,
                "%s %d×%d, %.0f fps",
                stats.codec(),
                stats.width(),
                stats.height(),
                stats.framesPerSecond());
    String sent =
        stats.sentWidth() == 0
            ? "no picture"
            : String.format(
                Locale.ROOT,
                "%d×%d, %.0f fps",
                stats.sentWidth(),
                stats.sentHeight(),
                stats.sentFramesPerSecond());
    String roundTrip =
        stats.roundTripMs() < 0
            ? "round trip unknown"
            : String.format(Locale.ROOT, "%.0f ms round trip", stats.roundTripMs());
    return String.format(
        Locale.ROOT,
        "Receiving %s, %.0f kbit/s, %.1f%% lost%nSending %s, %.0f kbit/s, %.1f%% lost%n%s, %s",
        picture,
        stats.receivedKbps(),
        100 * stats.lost(),
        sent,
        stats.sentKbps(),
        100 * stats.sentLost(),
        roundTrip,
        stats.relayed()
            ? "through a relay by " + stats.relay().toUpperCase(Locale.ROOT)
            : "direct");
  }
}

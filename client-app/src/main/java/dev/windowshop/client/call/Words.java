package dev.windowshop.client.call;

import dev.windowshop.client.call.CallState.Ended;
import dev.windowshop.client.call.CallState.Reason;
import dev.windowshop.client.media.MediaEvent;
import dev.windowshop.client.media.ScreenSource;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a call says to the one who is in it.
final class Words {
  /// Fit to be shown.
  static String of(Throwable failure) {
    Throwable cause =
        failure instanceof java.util.concurrent.CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String why = cause.getMessage();
    return why == null ? "That did not work." : why;
  }

  static final String SOMEBODY = "Somebody";

  /// What some systems write before the name of the device that is used when none is chosen.
  private static final String USUAL = "^default: ";

  private static final String NO_SOUND =
      "There is no sound on this computer just now. It comes back by itself.";

  private Words() {}

  /// How it ended.
  ///
  /// @param who the other side, as it is called
  static String of(Ended ended, String who) {
    String detail = ended.detail() == null ? "" : ended.detail();
    return switch (ended.reason()) {
      case OVER ->
          ended.lasted() == null ? "The call is over." : "It lasted " + clock(ended.lasted()) + ".";
      case DECLINED -> who + " can't talk right now.";
      case BUSY -> who + " is in another call. Try again later.";
      case NO_ANSWER -> who + " didn't answer. Write a message, or call again.";
      case REFUSED -> detail;
      case UNREACHABLE -> "The relay can't be reached. Call again when you're back online.";
      case CONNECTION_LOST -> "The connection was lost. Call again when you're back online.";
      case MEDIA_FAILED ->
          "Sound and picture stopped working here" + (detail.isEmpty() ? "." : ": " + detail + ".");
    };
  }

  /// A heading for it.
  static String heading(Reason reason) {
    return switch (reason) {
      case OVER -> "Call ended";
      case DECLINED -> "Declined";
      case BUSY -> "Busy";
      case NO_ANSWER -> "No answer";
      case REFUSED, UNREACHABLE -> "The call didn't start";
      case CONNECTION_LOST -> "Call lost";
      case MEDIA_FAILED -> "Call stopped";
    };
  }

  /// Why less is sent than could be; empty when it is everything.
  static String of(MediaEvent.@Nullable Quality quality) {
    if (quality == null) {
      return "";
    }
    String why =
        switch (quality.strain()) {
          case NETWORK -> "your connection is slow";
          case COMPUTER -> "this computer is busy";
          case NONE -> "the call has just been hard";
        };
    if (quality.audioOnly()) {
      return "Sound only: " + why;
    }
    return (quality.step() == 1 ? "Fewer pictures: " : "Smaller picture: ") + why;
  }

  /// What is to be known of one's own devices; empty for nothing.
  static String notice(Local local) {
    return local.soundless() ? NO_SOUND : of(local.switched());
  }

  /// What came or went; empty for nothing.
  static String of(MediaEvent.@Nullable DeviceSwitched switched) {
    if (switched == null) {
      return "";
    }
    String kind =
        switch (switched.kind()) {
          case CAMERA -> "camera";
          case MICROPHONE -> "microphone";
          case SPEAKER -> "speaker";
        };
    String to = switched.to();
    if (to != null) {
      return "Your " + kind + " is now " + to.replaceFirst(USUAL, "") + ".";
    }
    if (switched.hangs()) {
      return "Your "
          + kind
          + " doesn't answer. The others see a test picture; plug it in again, or choose another.";
    }
    return switch (switched.kind()) {
      case CAMERA -> "Your camera is gone. The others see a test picture; plug one in to be seen.";
      case MICROPHONE -> "Your microphone is gone. Plug one in to be heard.";
      case SPEAKER -> "Your speaker is gone. Plug one in to hear the others.";
    };
  }

  /// What one shares.
  static String of(ScreenSource source) {
    return switch (source.kind()) {
      case SCREEN -> "You share your screen.";
      case WINDOW -> "You share \u201c" + source.title() + "\u201d.";
      case DRAWING -> "You share a drawing.";
    };
  }

  /// `3:07`, or `1:03:07`.
  static String clock(Duration duration) {
    Duration shown = duration.isNegative() ? Duration.ZERO : duration;
    return shown.toHours() > 0
        ? String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            shown.toHours(),
            shown.toMinutesPart(),
            shown.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", shown.toMinutesPart(), shown.toSecondsPart());
  }

  /// `Ann`, `Ann and Ben`, `Ann and 2 others`.
  static String names(List<String> names) {
    if (names.isEmpty()) {
      return SOMEBODY;
    }
    String first = names.getFirst();
    if (names.size() == 1) {
      return first;
    }
    return names.size() == 2
        ? first + " and " + names.getLast()
        : first + " and " + (names.size() - 1) + " others";
  }
}

package dev.windowshop.client.platform.notes;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the desktop is to show. What can be done with it runs on the notes' thread.
///
/// @param about whatever it is about: a newer one of the same takes its place
/// @param title who, or where
/// @param discreet in place of the body where not everybody may read it
/// @param message whether somebody wrote; else it is news of another kind
/// @param sound whether it may be heard
/// @param picture of who it is from, where it is at hand
/// @param open what choosing it does
/// @param reply how it is answered; null for what cannot be
/// @param read what takes it for read; null for what cannot be
public record SystemNote(
    String about,
    String title,
    String body,
    String discreet,
    boolean message,
    boolean sound,
    @Nullable Picture picture,
    Runnable open,
    @Nullable Reply reply,
    @Nullable Runnable read) {

  /// As one line, for what shows no more than that.
  public String line() {
    return title + ": " + body;
  }

  /// @param prompt in the line to answer in, while nothing is written there
  /// @param send takes what was written there; never blank
  /// @param elsewhere brings up a place to answer in, where the desktop has no such line
  public record Reply(String prompt, Consumer<String> send, Runnable elsewhere) {}

  /// @param rgba rows of four bytes a pixel, not multiplied by their alpha
  public record Picture(int width, int height, byte[] rgba) {
    public Picture {
      if (rgba.length != width * height * 4) {
        throw new IllegalArgumentException(rgba.length + " bytes for " + width + "x" + height);
      }
    }
  }
}

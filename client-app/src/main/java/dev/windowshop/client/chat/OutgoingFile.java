package dev.windowshop.client.chat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file that somebody chose to send.
///
/// @param name what the others see
/// @param temporary made for this: deleted once it was copied
/// @param recording what it sounds like, of a voice message
public record OutgoingFile(
    Path path, String name, boolean temporary, @Nullable Recording recording) {

  /// @param levels how loud it is, part by part, 0 to 255
  public record Recording(long durationMs, List<Integer> levels) {}

  public static OutgoingFile of(Path path) {
    return new OutgoingFile(path, String.valueOf(path.getFileName()), false, null);
  }
}

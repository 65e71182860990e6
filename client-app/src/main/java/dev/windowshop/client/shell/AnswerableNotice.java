package dev.windowshop.client.shell;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A note that can be answered where it stands.
///
/// @param about whatever it is about: a newer one of the same takes its place
/// @param action a word or two on its button
/// @param prompt in the line to answer in, while nothing is written there
/// @param answer takes what was written; never blank
/// @param read takes it for read
public record AnswerableNotice(
    String about,
    Words words,
    String action,
    Runnable run,
    String prompt,
    Consumer<String> answer,
    Runnable read) {

  /// The same for little room and for more.
  ///
  /// @param line all in one line
  /// @param title who, or where
  /// @param body the latest of what was written there and not read, the newest at the end
  /// @param discreet in place of the body where not everybody may read it
  /// @param picture the address of one of who it is from
  public record Words(
      String line, String title, String body, String discreet, @Nullable String picture) {}

  public String text() {
    return words.line();
  }
}

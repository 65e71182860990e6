package dev.windowshop.relay.recommend.file;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Counts the lines that could not be used, and names the first ones of each file.
public final class BrokenLines {
  private static final int NAMED = 5;

  private final Consumer<String> say;
  private long count;

  public BrokenLines(Consumer<String> say) {
    this.say = say;
  }

  public long count() {
    return count;
  }

  /// @param before how many of this file came before
  void add(Path file, long line, String why, long before) {
    count++;
    if (before < NAMED) {
      say.accept(file.getFileName() + ":" + line + ": " + why);
    }
  }

  void end(Path file, long broken) {
    if (broken > NAMED) {
      say.accept(file.getFileName() + ": " + broken + " broken lines in all, left out");
    }
  }
}

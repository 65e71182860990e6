package dev.windowshop.client.app;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is to be opened in the window, kept until there is one. Thread-safe.
final class Visits {
  /// More than this wait for no window.
  private static final int MOST = 16;

  private final Queue<String> waiting = new ArrayDeque<>();
  private @Nullable Consumer<String> ready;

  /// @param word a link, or empty for the window itself
  synchronized void come(String word) {
    if (ready != null) {
      ready.accept(word);
    } else if (waiting.size() < MOST) {
      waiting.add(word);
    }
  }

  /// Gets what waits and what comes, in order, on whatever thread it comes.
  synchronized void ready(Consumer<String> host) {
    ready = host;
    waiting.forEach(host);
    waiting.clear();
  }
}

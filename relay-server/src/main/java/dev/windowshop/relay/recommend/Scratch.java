package dev.windowshop.relay.recommend;

/// The sums of one query, kept for the next one. One thread's at a time.
final class Scratch {
  final Sums regression;
  final Sums walk;
  final Sums next;
  final Sums content;
  final Sums candidates;

  /// The asker's own items, and how much they like them.
  final Sums own;

  Scratch(int items) {
    regression = new Sums(items);
    walk = new Sums(items);
    next = new Sums(items);
    content = new Sums(items);
    candidates = new Sums(items);
    own = new Sums(items);
  }

  void room(int items) {
    regression.room(items);
    walk.room(items);
    next.room(items);
    content.room(items);
    candidates.room(items);
    own.room(items);
  }

  void clear() {
    regression.clear();
    walk.clear();
    next.clear();
    content.clear();
    candidates.clear();
    own.clear();
  }
}

package dev.windowshop.client.chat;

import java.util.List;
import javafx.collections.ObservableList;

/// Changes to shown lists that leave alone what stays.
final class Lists {
  private Lists() {}

  /// Makes `shown` equal to `wanted`, replacing only what lies between their common ends, so that a
  /// scrolled list keeps its place.
  static <T> void replace(ObservableList<T> shown, List<? extends T> wanted) {
    int most = Math.min(shown.size(), wanted.size());
    int start = 0;
    while (start < most && shown.get(start).equals(wanted.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && shown.get(shown.size() - 1 - end).equals(wanted.get(wanted.size() - 1 - end))) {
      end++;
    }
    List<? extends T> middle = wanted.subList(start, wanted.size() - end);
    int removed = shown.size() - end - start;
    int same = Math.min(removed, middle.size());
    for (int i = 0; i < same; i++) {
      if (!shown.get(start + i).equals(middle.get(i))) {
        shown.set(start + i, middle.get(i));
      }
    }
    if (removed > same) {
      shown.remove(start + same, start + removed);
    } else if (middle.size() > same) {
      shown.addAll(start + same, middle.subList(same, middle.size()));
    }
  }
}

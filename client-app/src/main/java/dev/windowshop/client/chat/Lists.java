package dev.windowshop.client.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Changes to shown lists that leave alone what stays.
final class Lists {
  private Lists() {}

  /// As [#replace], for a list that also slides over a longer one: what both have in common stays
  /// where it is, whatever comes or goes before it.
  ///
  /// @param key of what can be recognised; null for what belongs to its neighbours, such as a day
  static <T> void slide(
      ObservableList<T> shown, List<? extends T> wanted, Function<T, @Nullable String> key) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      String name = key.apply(wanted.get(i));
      if (name != null) {
        places.put(name, i);
      }
    }
    for (int held = 0; held < shown.size(); held++) {
      Integer place = places.get(key.apply(shown.get(held)));
      if (place != null) {
        if (place != held) {
          shown.addAll(0, wanted.subList(0, place));
          shown.remove(place, place + held);
        }
        break;
      }
    }
    replace(shown, wanted);
  }

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

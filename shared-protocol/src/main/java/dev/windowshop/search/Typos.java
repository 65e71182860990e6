package dev.windowshop.search;

/// Whether two words differ by a few slips: a letter more, less, other, or two swapped.
final class Typos {
  private Typos() {}

  /// How many slips a word of this length is forgiven.
  static int forgiven(int length) {
    return length >= 8 ? 2 : length >= 4 ? 1 : 0;
  }

  /// Whether the typed word is the other with slips.
  static boolean within(String typed, String word, int most) {
    return Math.abs(typed.length() - word.length()) <= most && distance(typed, word, most, false);
  }

  /// Whether the typed word is the beginning of the other with slips.
  static boolean begins(String typed, String word, int most) {
    return typed.length() - word.length() <= most && distance(typed, word, most, true);
  }

  /// The letters of a word as bits: what one word has and another lacks takes a slip each.
  static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1L << (word.charAt(i) & 63);
    }
    return letters;
  }

  private static boolean distance(String a, String whole, int most, boolean beginning) {
    // What lies further on than this can't count.
    String b =
        beginning && whole.length() > a.length() + most
            ? whole.substring(0, a.length() + most)
            : whole;
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(last[j - 1] + other, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return false;
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    if (!beginning) {
      return last[b.length()] <= most;
    }
    for (int distance : last) {
      if (distance <= most) {
        return true;
      }
    }
    return false;
  }
}

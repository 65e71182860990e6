package dev.windowshop.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as search compares it: no accents, no case, words apart.
public final class SearchText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SearchText() {}

  public static String fold(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 128);
    String plain =
        ascii
            ? text
            : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String lower = plain.toLowerCase(Locale.ROOT);
    return ascii ? lower : lower.replace("ß", "ss").replace("ø", "o").replace("ł", "l");
  }

  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String word : APART.split(fold(text))) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /// Words, and for writing without spaces every ending of them, so that a beginning finds what is
  /// within.
  public static List<String> indexed(String text) {
    List<String> words = words(text);
    List<String> all = new ArrayList<>(words);
    for (String word : words) {
      if (Character.isIdeographic(word.codePointAt(0)) || isKana(word.codePointAt(0))) {
        for (int i = 1; i < Math.min(word.length(), 30); i++) {
          all.add(word.substring(i));
        }
      }
    }
    return all;
  }

  private static boolean isKana(int codePoint) {
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
  }
}

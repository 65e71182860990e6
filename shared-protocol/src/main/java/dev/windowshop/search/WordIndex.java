package dev.windowshop.search;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Finds numbered documents by their words. The score of a document depends on it and the query
/// alone: which field a word is in, and whether it is the word, its beginning, or a slip of the
/// pen.
///
/// Documents are added in the order of their numbers and never change: one whose words change gets
/// a new number, and its old one is passed over by whoever asks. Thread-safe; readers do not wait
/// for each other.
public final class WordIndex {
  private static final float PREFIX = 0.6f;
  private static final float TYPO = 0.3f;
  private static final float TYPO_PREFIX = 0.2f;
  private static final int MOST_WORDS = 12;

  /// Takes the words of one document.
  @FunctionalInterface
  public interface Words {
    /// @param weight of the field, 1 to 127
    void add(@Nullable String text, int weight);
  }

  /// What there is to say about a document; null for one that is gone.
  @FunctionalInterface
  public interface Document {
    void describe(Words words);
  }

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final NavigableMap<String, Postings> words = new TreeMap<>();
  private String[] vocabulary = new String[1024];
  private long[] letters = new long[1024];
  private int count;
  private volatile int covered;

  /// Indexes documents up to this number, those that are not there yet.
  public void cover(int size, IntFunction<@Nullable Document> documents) {
    if (covered >= size) {
      return;
    }
    lock.writeLock().lock();
    try {
      for (int i = covered; i < size; i++) {
        Document document = documents.apply(i);
        if (document != null) {
          int number = i;
          document.describe((text, weight) -> add(text, number, weight));
        }
      }
      covered = Math.max(covered, size);
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void add(@Nullable String text, int document, int weight) {
    if (text == null || text.isEmpty()) {
      return;
    }
    for (String word : SearchText.indexed(text)) {
      Postings postings = words.get(word);
      if (postings == null) {
        postings = new Postings();
        words.put(word, postings);
        if (count == vocabulary.length) {
          vocabulary = Arrays.copyOf(vocabulary, count * 2);
          letters = Arrays.copyOf(letters, count * 2);
        }
        vocabulary[count] = word;
        letters[count++] = Typos.letters(word);
      }
      postings.add(document, weight);
    }
  }

  /// Scores by number, 0 for those that lack a word.
  ///
  /// @param size how many documents the asker knows
  public float[] scores(String query, int size) {
    return scores(query, size, Set.of());
  }

  /// Adds those words of a query that some word here begins with.
  public void begun(String query, Set<String> into) {
    lock.readLock().lock();
    try {
      for (String word : SearchText.words(query)) {
        String next = words.ceilingKey(word);
        if (next != null && next.startsWith(word)) {
          into.add(word);
        }
      }
    } finally {
      lock.readLock().unlock();
    }
  }

  /// @param begun words that are taken as they are typed, since another index knows them
  public float[] scores(String query, int size, Set<String> begun) {
    List<String> asked = SearchText.words(query);
    float[] scores = new float[size];
    if (asked.isEmpty()) {
      return scores;
    }
    lock.readLock().lock();
    try {
      for (int i = 0; i < Math.min(asked.size(), MOST_WORDS); i++) {
        float[] ofWord = scoresOf(asked.get(i), size, begun);
        if (i == 0) {
          scores = ofWord;
        } else {
          for (int d = 0; d < size; d++) {
            scores[d] = scores[d] > 0 && ofWord[d] > 0 ? scores[d] + ofWord[d] : 0;
          }
        }
      }
    } finally {
      lock.readLock().unlock();
    }
    return scores;
  }

  private float[] scoresOf(String word, int size, Set<String> begun) {
    float[] best = new float[size];
    boolean any = false;
    for (Map.Entry<String, Postings> entry :
        words.subMap(word, true, word + Character.MAX_VALUE, false).entrySet()) {
      boolean exact = entry.getKey().length() == word.length();
      entry.getValue().raise(best, exact ? 1 : PREFIX);
      any = true;
    }
    if (!any && !begun.contains(word)) {
      forgive(word, best);
    }
    return best;
  }

  private void forgive(String word, float[] best) {
    int slips = Typos.forgiven(word.length());
    if (slips == 0) {
      return;
    }
    long typed = Typos.letters(word);
    char first = word.charAt(0);
    for (int i = 0; i < count; i++) {
      if (Long.bitCount(typed & ~letters[i]) > slips) {
        continue;
      }
      String other = vocabulary[i];
      if (Long.bitCount(letters[i] & ~typed) <= slips && Typos.within(word, other, slips)) {
        raise(other, best, TYPO);
      } else if (other.charAt(0) == first && Typos.begins(word, other, slips)) {
        raise(other, best, TYPO_PREFIX);
      }
    }
  }

  private void raise(String word, float[] best, float tier) {
    Postings postings = words.get(word);
    if (postings != null) {
      postings.raise(best, tier);
    }
  }

  /// The documents that a word is in, ascending, each with its best field's weight.
  private static final class Postings {
    private int[] documents = new int[2];
    private byte[] weights = new byte[2];
    private int count;

    void add(int document, int weight) {
      if (count > 0 && documents[count - 1] == document) {
        weights[count - 1] = (byte) Math.max(weights[count - 1], weight);
        return;
      }
      if (count == documents.length) {
        documents = Arrays.copyOf(documents, count * 2);
        weights = Arrays.copyOf(weights, count * 2);
      }
      documents[count] = document;
      weights[count] = (byte) weight;
      count++;
    }

    /// Those beyond the asker's size came after it looked.
    void raise(float[] best, float tier) {
      for (int i = 0; i < count && documents[i] < best.length; i++) {
        int document = documents[i];
        best[document] = Math.max(best[document], weights[i] * tier);
      }
    }
  }
}

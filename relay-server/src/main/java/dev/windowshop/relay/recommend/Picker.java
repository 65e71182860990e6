package dev.windowshop.relay.recommend;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Makes an answer of ranked items: in stock before out of stock, no category, brand or seller more
/// than its share while there are others, some slots for untried items. One query's.
final class Picker {
  private static final double BY_CHANCE = 0.2;

  private final Traits traits;
  private final Query query;
  private final Map<String, Integer> categories = new HashMap<>();
  private final Map<String, Integer> brands = new HashMap<>();
  private final Map<String, Integer> sellers = new HashMap<>();
  private final int[] picked;
  private final double[] propensity;
  private int size;

  Picker(Traits traits, Query query) {
    this.traits = traits;
    this.query = query;
    this.picked = new int[query.limit()];
    this.propensity = new double[query.limit()];
  }

  int size() {
    return size;
  }

  int[] items() {
    return Arrays.copyOf(picked, size);
  }

  int item(int place) {
    return picked[place];
  }

  /// 1 for what earned its place, less for what got a slot by chance, negative there.
  double propensity(int place) {
    return Math.abs(propensity[place]);
  }

  boolean explored(int place) {
    return propensity[place] < 0;
  }

  /// @param ranked by score, the best first
  /// @param untried what may take the slots that are kept for chance
  /// @param worth of each untried, at least 0
  void pick(int[] ranked, int[] untried, double[] worth) {
    int slots = untried.length == 0 ? 0 : (int) (query.limit() * query.exploreShare());
    int[] chosen = new int[Math.min(slots, untried.length)];
    double[] chances = new double[chosen.length];
    draw(untried, worth, chosen, chances);
    boolean[] used = new boolean[ranked.length];
    int every = chosen.length == 0 ? Integer.MAX_VALUE : query.limit() / chosen.length;
    int explored = 0;
    int[] next = {0};
    while (size < query.limit()) {
      boolean turn = explored < chosen.length && (size + 1) % every == 0;
      int place = turn ? -1 : best(ranked, used, next, chosen);
      boolean soldOut = place >= 0 && !traits.inStock(ranked[place]);
      if ((place < 0 || soldOut) && explored < chosen.length) {
        // In turn, or because nothing else is left that can be had.
        take(chosen[explored], -chances[explored]);
        explored++;
        continue;
      }
      if (place < 0) {
        break;
      }
      used[place] = true;
      take(ranked[place], 1);
    }
  }

  /// The best that keeps to the caps; where none does, the best.
  private int best(int[] ranked, boolean[] used, int[] next, int[] chosen) {
    while (next[0] < ranked.length && (used[next[0]] || among(chosen, ranked[next[0]]))) {
      next[0]++;
    }
    if (next[0] == ranked.length) {
      return -1;
    }
    if (query.caps().none()) {
      return next[0];
    }
    boolean stock = traits.inStock(ranked[next[0]]);
    for (int place = next[0]; place < ranked.length; place++) {
      if (!used[place] && !among(chosen, ranked[place])) {
        if (stock && !traits.inStock(ranked[place])) {
          break;
        }
        if (fits(ranked[place])) {
          return place;
        }
      }
    }
    return next[0];
  }

  private static boolean among(int[] chosen, int item) {
    for (int one : chosen) {
      if (one == item) {
        return true;
      }
    }
    return false;
  }

  private boolean fits(int item) {
    return below(
            categories,
            traits.category(item),
            query.caps().category(),
            query.filters().categories())
        && below(brands, traits.brand(item), query.caps().brand(), query.filters().brands())
        && below(sellers, traits.seller(item), query.caps().seller(), query.filters().sellers());
  }

  /// Asking for one category is not to be refused it.
  private boolean below(
      Map<String, Integer> counts, String name, double cap, Set<String> askedFor) {
    if (name.isEmpty() || cap >= 1 || askedFor.size() == 1) {
      return true;
    }
    int most = Math.max(1, (int) Math.ceil(cap * query.limit()));
    return counts.getOrDefault(name, 0) < most;
  }

  private void take(int item, double with) {
    picked[size] = item;
    propensity[size++] = with;
    categories.merge(traits.category(item), 1, Integer::sum);
    brands.merge(traits.brand(item), 1, Integer::sum);
    sellers.merge(traits.seller(item), 1, Integer::sum);
  }

  /// Draws without putting back; the chance noted is that of the draw.
  private void draw(int[] untried, double[] worth, int[] chosen, double[] chances) {
    SplittableRandom random = new SplittableRandom(query.seed() * 0x9E3779B97F4A7C15L + 1);
    double[] weight = new double[untried.length];
    double all = 0;
    for (int i = 0; i < untried.length; i++) {
      weight[i] = BY_CHANCE + worth[i];
      all += weight[i];
    }
    for (int n = 0; n < chosen.length; n++) {
      double at = random.nextDouble() * all;
      int place = -1;
      for (int i = 0; i < untried.length; i++) {
        if (weight[i] > 0) {
          place = i;
          at -= weight[i];
          if (at <= 0) {
            break;
          }
        }
      }
      chosen[n] = untried[place];
      chances[n] = weight[place] / all;
      all -= weight[place];
      weight[place] = 0;
    }
  }
}

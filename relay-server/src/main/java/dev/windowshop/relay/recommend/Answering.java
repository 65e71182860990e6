package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// Answers one query from a snapshot and what happened since, under the recommender's read lock.
final class Answering {
  private static final int UNTRIED = 60;

  private final Live live;
  private final Tally tally;
  private final Query query;
  private final Traits traits;

  Answering(Live live, Tally tally, Query query) {
    this.live = live;
    this.tally = tally;
    this.query = query;
    this.traits = new Traits(live, query.filters());
  }

  List<Recommendation> forYou(Asker asker) {
    Profile profile = asker.profile();
    Blend blend = blend(live.base.model().tuning(), profile);
    boolean again = query.seen() == Query.Seen.ALL;
    IntPredicate allowed = allowed(asker);
    Scoring scoring = gathered(profile, query.taste(), allowed);
    int[] ranked = ranking(scoring, blend, allowed).ranked();
    int[] untried = untried(allowed);
    double[] worth = new double[untried.length];
    for (int i = 0; i < untried.length; i++) {
      worth[i] = Math.max(0, scoring.score(untried[i], blend, again));
    }
    Picker picker = new Picker(traits, query);
    picker.pick(ranked, untried, worth);
    List<Recommendation> answer = new ArrayList<>();
    List<Scoring.Explained> reasons = scoring.explain(picker.items(), blend, again);
    for (int place = 0; place < picker.size(); place++) {
      int item = picker.item(place);
      Scoring.Explained explained = reasons.get(place);
      answer.add(
          new Recommendation(
              live.nameOf(item),
              scoring.score(item, blend, again),
              explained.terms(),
              explained.parts(),
              picker.explored(place),
              picker.propensity(place)));
    }
    return answer;
  }

  /// Only the items.
  List<String> ranked(Asker asker) {
    Blend blend = blend(live.base.model().tuning(), asker.profile());
    IntPredicate allowed = allowed(asker);
    Scoring scoring = gathered(asker.profile(), query.taste(), allowed);
    int[] ranked = ranking(scoring, blend, allowed).ranked();
    List<String> names = new ArrayList<>();
    for (int k = 0; k < Math.min(ranked.length, query.limit()); k++) {
      names.add(live.nameOf(ranked[k]));
    }
    return names;
  }

  private Scoring gathered(Profile profile, Taste taste, IntPredicate allowed) {
    Scoring scoring = new Scoring(live, traits, tally, profile, taste);
    scoring.gather(allowed);
    return scoring;
  }

  private Ranking ranking(Scoring scoring, Blend blend, IntPredicate allowed) {
    return new Ranking(live, traits, tally, query, allowed, scoring, blend);
  }

  static Blend blend(Tuning tuning, Profile profile) {
    return profile.empty()
        ? tuning.newcomer()
        : tuning.stay().towards(tuning.back(), profile.stay());
  }

  private IntPredicate allowed(Asker asker) {
    IntOpenHashSet not =
        query.seen() == Query.Seen.NOTHING_TOUCHED ? asker.touched() : asker.never();
    if (query.seen() == Query.Seen.ALL) {
      return traits::passes;
    }
    return item -> !not.contains(item) && traits.passes(item);
  }

  /// Items that hardly anybody has met, the newest first.
  private int[] untried(IntPredicate allowed) {
    if (query.exploreShare() == 0 || query.limit() * query.exploreShare() < 1) {
      return new int[0];
    }
    int[] found = new int[UNTRIED];
    int size = 0;
    for (int item = live.items() - 1; item >= live.firstAdded() && size < UNTRIED; item--) {
      if (allowed.test(item) && traits.inStock(item)) {
        found[size++] = item;
      }
    }
    for (int item : live.base.model().untried()) {
      if (size == UNTRIED) {
        break;
      }
      if (allowed.test(item) && traits.inStock(item)) {
        found[size++] = item;
      }
    }
    return Arrays.copyOf(found, size);
  }

  List<Recommendation> trending() {
    IntPredicate allowed = traits::passes;
    Scoring scoring = gathered(Profile.EMPTY, Taste.UNKNOWN, allowed);
    return plain(scoring, Blend.NEWCOMER, allowed);
  }

  /// @param asker whose taste orders what is new
  List<Recommendation> newItems(Asker asker, int since) {
    Profile profile = asker.profile();
    Blend blend = blend(live.base.model().tuning(), profile);
    IntPredicate allowed = allowed(asker);
    Scoring scoring = gathered(profile, query.taste(), allowed);
    Best inStock = new Best(query.limit() * (query.caps().none() ? 1 : 4));
    Best outOfStock = new Best(query.limit());
    int span = Math.max(1, Streams.seconds(query.now()) - since);
    int[] newest = live.base.model().newest();
    int left = 20_000;
    for (int k = 0; k < newest.length && left-- > 0; k++) {
      if (traits.created(newest[k]) < since) {
        break;
      }
      offerNew(newest[k], since, span, scoring, blend, allowed, inStock, outOfStock);
    }
    for (int item = live.items() - 1; item >= live.firstAdded() && left-- > 0; item--) {
      offerNew(item, since, span, scoring, blend, allowed, inStock, outOfStock);
    }
    return listed(scoring, blend, inStock, outOfStock, Term.Kind.NEW);
  }

  private void offerNew(
      int item,
      int since,
      int span,
      Scoring scoring,
      Blend blend,
      IntPredicate allowed,
      Best inStock,
      Best outOfStock) {
    int created = traits.created(item);
    if (created >= since && allowed.test(item)) {
      float fresh = (float) (created - since) / span;
      (traits.inStock(item) ? inStock : outOfStock)
          .offer(item, 0.3f * fresh + scoring.score(item, blend, false));
    }
  }

  private List<Recommendation> plain(Scoring scoring, Blend blend, IntPredicate allowed) {
    int[] ranked = ranking(scoring, blend, allowed).ranked();
    Picker picker = new Picker(traits, query.exploring(0));
    picker.pick(ranked, new int[0], new double[0]);
    return recommendations(picker.items(), scoring, blend);
  }

  private List<Recommendation> recommendations(int[] items, Scoring scoring, Blend blend) {
    List<Scoring.Explained> reasons = scoring.explain(items, blend, false);
    List<Recommendation> answer = new ArrayList<>();
    for (int n = 0; n < items.length; n++) {
      answer.add(
          new Recommendation(
              live.nameOf(items[n]),
              scoring.score(items[n], blend, false),
              reasons.get(n).terms(),
              reasons.get(n).parts(),
              false,
              1));
    }
    return answer;
  }

  private List<Recommendation> listed(
      Scoring scoring, Blend blend, Best inStock, Best outOfStock, Term.Kind kind) {
    inStock.sortByWeight();
    outOfStock.sortByWeight();
    int[] ranked = Arrays.copyOf(inStock.items(), inStock.size() + outOfStock.size());
    System.arraycopy(outOfStock.items(), 0, ranked, inStock.size(), outOfStock.size());
    Int2DoubleOpenHashMap weights = new Int2DoubleOpenHashMap();
    for (Best best : List.of(inStock, outOfStock)) {
      for (int k = 0; k < best.size(); k++) {
        weights.put(best.items()[k], best.weight(k));
      }
    }
    Picker picker = new Picker(traits, query.exploring(0));
    picker.pick(ranked, new int[0], new double[0]);
    List<Recommendation> plains = recommendations(picker.items(), scoring, blend);
    List<Recommendation> answer = new ArrayList<>();
    for (int place = 0; place < picker.size(); place++) {
      Recommendation plain = plains.get(place);
      double weight = weights.get(picker.item(place));
      List<Term> terms = new ArrayList<>(plain.terms());
      terms.add(new Term(kind, null, null, weight - plain.score()));
      terms.sort(Comparator.comparingDouble(Term::value).reversed());
      answer.add(new Recommendation(plain.item(), weight, terms, plain.parts(), false, 1));
    }
    return answer;
  }

  List<Recommendation> similar(String of, Asker asker) {
    int item = live.numberOf(of);
    if (item == Names.NONE) {
      return List.of();
    }
    Relating relating = new Relating(live, traits, tally, query);
    return relating.similar(item, allowed(asker));
  }

  List<Recommendation> together(Collection<String> with, Asker asker) {
    int[] items =
        with.stream()
            .mapToInt(live::numberOf)
            .filter(item -> item != Names.NONE)
            .distinct()
            .toArray();
    Relating relating = new Relating(live, traits, tally, query);
    return relating.together(items, allowed(asker));
  }
}

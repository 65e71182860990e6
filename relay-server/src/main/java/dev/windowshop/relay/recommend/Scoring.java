package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// Scores items for one profile, and takes a score apart again. One query's.
///
/// Every model is scaled by its own largest value among the items that may be answered; a score is
/// the weighted sum, and each item of the profile owns its part of that sum. That is what makes the
/// reasons honest: they are the summands.
final class Scoring {
  private static final float TASTE = 0.4f;
  private static final double SURE_SUPPORT = 3;

  private final Live live;
  private final Model model;
  private final Traits traits;
  private final Scratch scratch;
  private final Profile profile;
  private final Taste taste;
  private final Int2DoubleOpenHashMap categoryShare = new Int2DoubleOpenHashMap();
  private final double evidence;
  private float mostRegression;
  private float mostWalk;
  private float mostNext;
  private float mostContent;
  private float mostLiking;

  Scoring(Live live, Traits traits, Scratch scratch, Profile profile, Taste taste) {
    this.live = live;
    this.model = live.base.model();
    this.traits = traits;
    this.scratch = scratch;
    this.profile = profile;
    this.taste = taste;
    double sure = 0;
    for (int item : profile.item()) {
      double support = item < model.support().length ? model.support()[item] : 0;
      sure += (support + 0.3) / (support + 0.3 + SURE_SUPPORT);
    }
    this.evidence = sure;
  }

  double evidence() {
    return evidence;
  }

  /// Sums over the profile; then every item with a chance is a candidate.
  ///
  /// @param allowed which items may be answered
  void gather(IntPredicate allowed) {
    double all = 0;
    for (int k = 0; k < profile.item().length; k++) {
      int item = profile.item()[k];
      float liking = profile.liking()[k];
      scratch.own.add(item, liking);
      add(model.relations().regression(), item, liking, scratch.regression);
      if (liking > 0) {
        add(model.relations().walk(), item, liking, scratch.walk);
        add(model.next(), item, profile.recency()[k], scratch.next);
        live.addNext(item, profile.recency()[k], scratch.next);
        addContent(item, liking);
        int category = traits.categoryNumber(item);
        if (category > 0) {
          categoryShare.addTo(category, liking);
          all += liking;
        }
        mostLiking = Math.max(mostLiking, scratch.own.get(item));
      }
    }
    if (all > 0) {
      double whole = all;
      categoryShare.replaceAll((category, share) -> share / whole);
    }
    mostRegression = collect(scratch.regression, allowed);
    mostWalk = collect(scratch.walk, allowed);
    mostNext = collect(scratch.next, allowed);
    mostContent = collect(scratch.content, allowed);
    addPopular(allowed);
  }

  private void addContent(int item, float liking) {
    add(model.content(), item, liking, scratch.content);
  }

  private static void add(Rows rows, int row, float times, Sums sums) {
    int to = rows.to(row);
    for (int k = rows.from(row); k < to; k++) {
      sums.add(rows.item()[k], times * rows.weight()[k]);
    }
  }

  private float collect(Sums sums, IntPredicate allowed) {
    float most = 0;
    for (int k = 0; k < sums.count(); k++) {
      int item = sums.item(k);
      if (scratch.candidates.touched(item) || allowed.test(item)) {
        scratch.candidates.touch(item);
        most = Math.max(most, sums.get(item));
      }
    }
    return most;
  }

  private void addPopular(IntPredicate allowed) {
    for (int item : model.heads()) {
      touch(item, allowed);
    }
    Rows inCategory = model.inCategory();
    categoryShare
        .keySet()
        .forEach(category -> {
          int end = Math.min(inCategory.to(category), inCategory.from(category) + 40);
          for (int k = inCategory.from(category); k < end; k++) {
            touch(inCategory.item()[k], allowed);
          }
        });
    for (int k = 0; k < scratch.own.count(); k++) {
      touch(scratch.own.item(k), allowed);
    }
    live.moved(item -> touch(item, allowed));
  }

  private void touch(int item, IntPredicate allowed) {
    if (!scratch.candidates.touched(item) && allowed.test(item)) {
      scratch.candidates.touch(item);
    }
  }

  /// The models' values for an item, each scaled to at most 1, in the order of `Blend.weight`.
  void features(int item, float[] out) {
    out[0] = scaled(scratch.regression.get(item), mostRegression);
    out[1] = scaled(scratch.walk.get(item), mostWalk);
    out[2] = scaled(scratch.next.get(item), mostNext);
    out[3] = scaled(scratch.content.get(item), mostContent);
    out[4] = category(item);
    out[5] = scaled(scratch.own.get(item), mostLiking);
    out[6] = 0;
    for (int window = 0; window < Popularity.WINDOWS; window++) {
      out[7 + window] = live.popularity(window, item);
    }
  }

  private static float scaled(float value, float most) {
    return most > 0 ? value / most : 0;
  }

  private float category(int item) {
    if (categoryShare.isEmpty()) {
      return 0;
    }
    int category = traits.categoryNumber(item);
    double share = categoryShare.get(category);
    if (share == 0 || model.categoryTop()[category] <= 0) {
      return 0;
    }
    return (float) (share * Math.min(1, live.lately(item) / model.categoryTop()[category]));
  }

  static double trust(double evidence, float doubt) {
    return evidence <= 0 ? 0 : evidence / (evidence + doubt);
  }

  float score(int item, Blend blend, boolean again) {
    double trust = trust(evidence, blend.doubt());
    double sum =
        blend.regression() * scaled(scratch.regression.get(item), mostRegression)
            + blend.walk() * scaled(scratch.walk.get(item), mostWalk)
            + blend.next() * scaled(scratch.next.get(item), mostNext)
            + blend.content() * scaled(scratch.content.get(item), mostContent)
            + blend.category() * category(item);
    double score = trust * sum + popular(item, blend);
    if (again) {
      score += blend.again() * scaled(scratch.own.get(item), mostLiking);
    }
    return (float) (score + TASTE * traits.fits(item, taste));
  }

  private double popular(int item, Blend blend) {
    double popular = 0;
    for (int window = 0; window < Popularity.WINDOWS; window++) {
      popular += blend.popularity()[window] * live.popularity(window, item);
    }
    return popular;
  }

  /// The summands of scores, the largest first. One walk over the rows of the profile serves all.
  List<Explained> explain(int[] items, Blend blend, boolean again) {
    double trust = trust(evidence, blend.doubt());
    Int2IntOpenHashMap places = new Int2IntOpenHashMap(items.length);
    places.defaultReturnValue(-1);
    for (int place = 0; place < items.length; place++) {
      places.put(items[place], place);
    }
    int length = profile.item().length;
    Shares shares = new Shares(places, items.length, length);
    for (int k = 0; k < length; k++) {
      int of = profile.item()[k];
      double liking = trust * profile.liking()[k];
      shares.add(
          0, k, model.relations().regression(), part(blend.regression(), mostRegression) * liking);
      if (liking > 0) {
        double next = trust * part(blend.next(), mostNext) * profile.recency()[k];
        shares.add(1, k, model.relations().walk(), part(blend.walk(), mostWalk) * liking);
        shares.add(2, k, model.next(), next);
        shares.add(3, k, model.content(), part(blend.content(), mostContent) * liking);
        for (int place = 0; place < items.length; place++) {
          shares.add(2, k, place, next * live.next(of, items[place]));
        }
      }
      int own = again ? places.get(of) : -1;
      if (own >= 0) {
        shares.add(4, k, own, part(blend.again(), mostLiking) * profile.liking()[k]);
      }
    }
    List<Explained> explained = new ArrayList<>();
    for (int place = 0; place < items.length; place++) {
      explained.add(explained(items[place], place, shares, blend, trust));
    }
    return explained;
  }

  /// What each item of the profile adds to each item of the answer.
  private final class Shares {
    private final Int2IntOpenHashMap places;
    private final double[][] byItem;
    private final double[][] byModel;

    Shares(Int2IntOpenHashMap places, int answers, int length) {
      this.places = places;
      this.byItem = new double[answers][length];
      this.byModel = new double[answers][5];
    }

    void add(int of, int k, int place, double value) {
      byItem[place][k] += value;
      byModel[place][of] += value;
    }

    void add(int of, int k, Rows rows, double times) {
      if (times == 0) {
        return;
      }
      int row = profile.item()[k];
      int to = rows.to(row);
      for (int n = rows.from(row); n < to; n++) {
        int place = places.get(rows.item()[n]);
        if (place >= 0) {
          add(of, k, place, times * rows.weight()[n]);
        }
      }
    }
  }

  private Explained explained(int item, int place, Shares shares, Blend blend, double trust) {
    List<Term> terms = new ArrayList<>();
    Int2DoubleOpenHashMap byItem = new Int2DoubleOpenHashMap();
    for (int k = 0; k < profile.item().length; k++) {
      if (shares.byItem[place][k] != 0) {
        byItem.addTo(profile.item()[k], shares.byItem[place][k]);
      }
    }
    byItem.forEach(
        (of, value) -> terms.add(new Term(Term.Kind.ITEM, live.nameOf(of), lastDone(of), value)));
    double category = trust * blend.category() * category(item);
    double popular = popular(item, blend);
    double liked = TASTE * traits.fits(item, taste);
    add(terms, Term.Kind.POPULAR_IN_CATEGORY, category);
    add(terms, Term.Kind.POPULAR, popular);
    add(terms, Term.Kind.TASTE, liked);
    terms.sort(
        Comparator.comparingDouble(Term::value)
            .reversed()
            .thenComparing(Term::kind)
            .thenComparing(term -> String.valueOf(term.item())));
    double[] parts = shares.byModel[place];
    return new Explained(
        terms,
        new Recommendation.Parts(parts[0], parts[1], parts[2], parts[3], popular, category, liked));
  }

  record Explained(List<Term> terms, Recommendation.Parts parts) {}

  private static double part(float weight, float most) {
    return most > 0 ? weight / most : 0;
  }

  private static void add(List<Term> terms, Term.Kind kind, double value) {
    if (value > 0) {
      terms.add(new Term(kind, null, null, value));
    }
  }

  private EventType lastDone(int of) {
    EventType type = EventType.VIEW;
    for (int k = 0; k < profile.item().length; k++) {
      if (profile.item()[k] == of) {
        type = EventType.of(profile.type()[k]);
      }
    }
    return type;
  }
}

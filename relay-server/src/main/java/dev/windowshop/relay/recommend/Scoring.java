package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Scores items for one profile, and takes a score apart again. One query's.
///
/// Every model is scaled by its own largest value among the items that may be answered; a score is
/// the weighted sum, and each item of the profile owns its part of that sum. That is what makes the
/// reasons honest: they are the summands.
final class Scoring {
  /// What somebody says they like: to a newcomer there is nothing else to go by; what is known of
  /// what they do takes over, and this much stays.
  private static final double TASTE = 0.4;

  private static final double TASTE_ALONE = 1;
  private static final double SURE_SUPPORT = 3;

  /// What rounding to a float may add to a score.
  private static final double ROUNDING = 1e-6;

  private final Live live;
  private final Model model;
  private final Traits traits;
  private final Tally tally;
  private final Profile profile;
  private final Fit fit;
  private final Int2DoubleOpenHashMap categoryShare = new Int2DoubleOpenHashMap();
  private final double evidence;
  private final double saying;
  private double largestShare;
  private float mostRegression;
  private float mostWalk;
  private float mostNext;
  private float mostContent;
  private float mostLiking;

  Scoring(Live live, Traits traits, Tally tally, Profile profile, Taste taste) {
    this.live = live;
    this.model = live.base.model();
    this.traits = traits;
    this.tally = tally;
    this.profile = profile;
    this.fit = new Fit(live, traits, taste);
    double sure = 0;
    for (int item : profile.item()) {
      double support = item < model.support().length ? model.support()[item] : 0;
      sure += (support + 0.3) / (support + 0.3 + SURE_SUPPORT);
    }
    this.evidence = sure;
    this.saying = TASTE + (TASTE_ALONE - TASTE) / (1 + sure);
  }

  double evidence() {
    return evidence;
  }

  /// Sums over the profile; then every item with a chance is met.
  ///
  /// @param allowed which items may be answered
  void gather(IntPredicate allowed) {
    double all = 0;
    for (int k = 0; k < profile.item().length; k++) {
      int item = profile.item()[k];
      float liking = profile.liking()[k];
      int own = tally.place(item);
      tally.add(Tally.OWN, item, liking);
      add(model.relations().regression(), item, liking, Tally.REGRESSION);
      if (liking > 0) {
        add(model.relations().walk(), item, liking, Tally.WALK);
        add(model.next(), item, profile.recency()[k], Tally.NEXT);
        live.addNext(item, profile.recency()[k], tally);
        add(model.content(), item, liking, Tally.CONTENT);
        int category = traits.categoryNumber(item);
        if (category > 0) {
          categoryShare.addTo(category, liking);
          all += liking;
        }
        mostLiking = Math.max(mostLiking, tally.sum(Tally.OWN, own));
      }
    }
    if (all > 0) {
      double whole = all;
      categoryShare.replaceAll((category, share) -> share / whole);
      largestShare = categoryShare.values().doubleStream().max().orElse(0);
    }
    mostRegression = tally.most(Tally.REGRESSION, allowed);
    mostWalk = tally.most(Tally.WALK, allowed);
    mostNext = tally.most(Tally.NEXT, allowed);
    mostContent = tally.most(Tally.CONTENT, allowed);
  }

  private void add(Rows rows, int row, float times, int of) {
    int to = rows.to(row);
    for (int k = rows.from(row); k < to; k++) {
      tally.add(of, rows.item()[k], times * rows.weight()[k]);
    }
  }

  /// What is popular has a chance whoever asks: in the categories of the profile, lately, overall.
  void popular(IntConsumer to) {
    popularHere(to);
    for (int item : model.heads().item()) {
      to.accept(item);
    }
  }

  /// Without the heads.
  void popularHere(IntConsumer to) {
    Rows inCategory = model.inCategory();
    for (int category : categoryShare.keySet()) {
      int end = Math.min(inCategory.to(category), inCategory.from(category) + 40);
      for (int k = inCategory.from(category); k < end; k++) {
        to.accept(inCategory.item()[k]);
      }
    }
    live.moved(to);
  }

  /// The models' values for an item, each scaled to at most 1, in the order of `Blend.weight`.
  void features(int item, float[] out) {
    int place = tally.find(item);
    out[0] = place < 0 ? 0 : scaled(tally.sum(Tally.REGRESSION, place), mostRegression);
    out[1] = place < 0 ? 0 : scaled(tally.sum(Tally.WALK, place), mostWalk);
    out[2] = place < 0 ? 0 : scaled(tally.sum(Tally.NEXT, place), mostNext);
    out[3] = place < 0 ? 0 : scaled(tally.sum(Tally.CONTENT, place), mostContent);
    out[4] = category(item, live.popularSince(item));
    out[5] = place < 0 ? 0 : scaled(tally.sum(Tally.OWN, place), mostLiking);
    out[6] = 0;
    for (int window = 0; window < Popularity.WINDOWS; window++) {
      out[7 + window] = live.popularity(window, item, live.popularSince(item));
    }
  }

  private static float scaled(float value, float most) {
    return most > 0 ? value / most : 0;
  }

  private float category(int item, double @Nullable [] since) {
    if (categoryShare.isEmpty()) {
      return 0;
    }
    int category = traits.categoryNumber(item);
    double share = categoryShare.get(category);
    if (share == 0 || model.categoryTop()[category] <= 0) {
      return 0;
    }
    return (float) (share * Math.min(1, live.lately(item, since) / model.categoryTop()[category]));
  }

  static double trust(double evidence, float doubt) {
    return evidence <= 0 ? 0 : evidence / (evidence + doubt);
  }

  float score(int item, Blend blend, boolean again) {
    return score(item, tally.find(item), blend, again);
  }

  /// @param place of the item in the tally, or -1
  float score(int item, int place, Blend blend, boolean again) {
    double[] since = live.popularSince(item);
    double sum = place < 0 ? 0 : related(place, blend);
    sum += blend.category() * category(item, since);
    double score = trust(evidence, blend.doubt()) * sum + popular(item, blend, since);
    if (again && place >= 0) {
      score += blend.again() * scaled(tally.sum(Tally.OWN, place), mostLiking);
    }
    return (float) (score + saying * fit.of(item));
  }

  private double related(int place, Blend blend) {
    return blend.regression() * scaled(tally.sum(Tally.REGRESSION, place), mostRegression)
        + blend.walk() * scaled(tally.sum(Tally.WALK, place), mostWalk)
        + blend.next() * scaled(tally.sum(Tally.NEXT, place), mostNext)
        + blend.content() * scaled(tally.sum(Tally.CONTENT, place), mostContent);
  }

  /// What the relations of an item alone say.
  double ofRelations(int place, Blend blend, boolean again) {
    double sum = trust(evidence, blend.doubt()) * related(place, blend);
    if (again) {
      sum += blend.again() * scaled(tally.sum(Tally.OWN, place), mostLiking);
    }
    return sum;
  }

  /// What can come on top of that for popularity, of an item that is neither among the heads nor
  /// risen.
  double popularAtMost(Blend blend) {
    double most = 0;
    for (int window = 0; window < Popularity.WINDOWS; window++) {
      most += blend.popularity()[window] * model.heads().below()[window];
    }
    return most;
  }

  /// As the other, of one of the heads that is not risen.
  double popularOfHead(int head, Blend blend) {
    double sum = 0;
    for (int window = 0, at = head * Popularity.WINDOWS; window < Popularity.WINDOWS; window++) {
      sum += blend.popularity()[window] * model.heads().share()[at++];
    }
    return sum;
  }

  /// What can come on top for the category of an item.
  double categoryAtMost(int item, Blend blend) {
    double share = categoryShare.isEmpty() ? 0 : categoryShare.get(traits.categoryNumber(item));
    return trust(evidence, blend.doubt()) * blend.category() * share;
  }

  /// As the other, of any item.
  double categoryAtMost(Blend blend) {
    return trust(evidence, blend.doubt()) * blend.category() * largestShare;
  }

  /// What can come on top for what somebody says they like, and for rounding.
  double tasteAtMost() {
    return saying * fit.most() + ROUNDING;
  }

  private double popular(int item, Blend blend, double @Nullable [] since) {
    double popular = 0;
    for (int window = 0; window < Popularity.WINDOWS; window++) {
      popular += blend.popularity()[window] * live.popularity(window, item, since);
    }
    return popular;
  }

  /// The summands of scores, the largest first. One walk over the rows of the profile serves all.
  List<Explained> explain(int[] items, Blend blend, boolean again) {
    double trust = trust(evidence, blend.doubt());
    int length = profile.item().length;
    Places places = new Places(items);
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
      int own = again ? places.of(of) : -1;
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

  /// The places of the items of an answer, looked up once for each entry of each row of a profile:
  /// nearly all are not there, which a few bits tell.
  private static final class Places {
    private static final int BITS = 1 << 12;

    private final long[] maybe = new long[BITS / Long.SIZE];
    private final Int2IntOpenHashMap places;

    Places(int[] items) {
      places = new Int2IntOpenHashMap(items.length);
      places.defaultReturnValue(-1);
      for (int place = 0; place < items.length; place++) {
        places.put(items[place], place);
        maybe[(items[place] & (BITS - 1)) >>> 6] |= 1L << items[place];
      }
    }

    int of(int item) {
      boolean none = (maybe[(item & (BITS - 1)) >>> 6] & (1L << item)) == 0;
      return none ? -1 : places.get(item);
    }
  }

  /// What each item of the profile adds to each item of the answer.
  private final class Shares {
    private final Places places;
    private final double[][] byItem;
    private final double[][] byModel;

    Shares(Places places, int answers, int length) {
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
        int place = places.of(rows.item()[n]);
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
    double[] since = live.popularSince(item);
    double category = trust * blend.category() * category(item, since);
    double popular = popular(item, blend, since);
    double liked = saying * fit.of(item);
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

package dev.windowshop.relay.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/// Answers what goes with items, whoever asks. One query's.
final class Relating {
  private static final double POPULAR = 5e-4;
  private static final float REST = 0.01f;

  private final Live live;
  private final Model model;
  private final Traits traits;
  private final Tally tally;
  private final Query query;

  Relating(Live live, Traits traits, Tally tally, Query query) {
    this.live = live;
    this.model = live.base.model();
    this.traits = traits;
    this.tally = tally;
    this.query = query;
  }

  /// Taken by the same people and looked at in turn; described alike, the more the less is known.
  List<Recommendation> similar(int item, IntPredicate allowed) {
    return answer(new int[] {item}, allowed, this::addSimilar);
  }

  private void addSimilar(int item) {
    Model.addScaled(model.relations().walk(), item, 0.4f, Tally.WALK, tally);
    Model.addScaled(model.relations().regression(), item, 0.3f, Tally.REGRESSION, tally);
    Model.addScaled(model.next(), item, 0.3f, Tally.NEXT, tally);
    live.addNext(item, 1, tally);
    if (item < live.base.table().size()) {
      double support = model.support()[item];
      model.features().alike(item, (float) (0.3 + 1.2 / (1 + support / 5)), tally);
    }
  }

  /// Bought in one go; where that says nothing, what the same people take.
  List<Recommendation> together(int[] items, IntPredicate allowed) {
    return answer(items, allowed, this::addTogether);
  }

  private void addTogether(int item) {
    Model.addScaled(model.together(), item, 1, Tally.WALK, tally);
    Model.addScaled(model.relations().walk(), item, REST, Tally.REGRESSION, tally);
    Model.addScaled(model.next(), item, REST, Tally.NEXT, tally);
  }

  private List<Recommendation> answer(int[] of, IntPredicate allowed, IntConsumer add) {
    for (int item : of) {
      tally.first(tally.place(item));
      add.accept(item);
    }
    Best inStock = new Best(query.limit() * (query.caps().none() ? 1 : 4));
    Best outOfStock = new Best(query.limit());
    int met = tally.count();
    for (int place = 0; place < met; place++) {
      offer(tally.item(place), allowed, inStock, outOfStock);
    }
    fill(allowed, inStock, outOfStock);
    inStock.sortByWeight();
    outOfStock.sortByWeight();
    int[] ranked = new int[inStock.size() + outOfStock.size()];
    System.arraycopy(inStock.items(), 0, ranked, 0, inStock.size());
    System.arraycopy(outOfStock.items(), 0, ranked, inStock.size(), outOfStock.size());
    Picker picker = new Picker(traits, query.exploring(0));
    picker.pick(ranked, new int[0], new double[0]);
    return explained(picker.items(), of, add);
  }

  private void fill(IntPredicate allowed, Best inStock, Best outOfStock) {
    int[] few =
        inStock.size() < query.limit()
            ? new Narrowed(live, traits, query.filters()).items()
            : new int[0];
    for (int item : few == null ? model.ranked() : few) {
      if (few == null && inStock.size() >= query.limit()) {
        break;
      }
      offer(item, allowed, inStock, outOfStock);
    }
  }

  private void offer(int item, IntPredicate allowed, Best inStock, Best outOfStock) {
    int place = tally.place(item);
    if (tally.first(place) && allowed.test(item)) {
      (traits.inStock(item) ? inStock : outOfStock)
          .offer(item, (float) (sum(place) + popular(item)));
    }
  }

  private double sum(int place) {
    double sum = tally.sum(Tally.WALK, place);
    sum += tally.sum(Tally.REGRESSION, place);
    sum += tally.sum(Tally.NEXT, place);
    return sum + tally.sum(Tally.CONTENT, place);
  }

  private double popular(int item) {
    return POPULAR * live.lately(item);
  }

  /// The parts first, from all sums; then each item's own summand, by summing it alone.
  private List<Recommendation> explained(int[] items, int[] of, IntConsumer add) {
    Recommendation.Parts[] parts = new Recommendation.Parts[items.length];
    List<List<Term>> terms = new ArrayList<>();
    for (int n = 0; n < items.length; n++) {
      double popular = popular(items[n]);
      int place = tally.place(items[n]);
      parts[n] =
          new Recommendation.Parts(
              tally.sum(Tally.REGRESSION, place),
              tally.sum(Tally.WALK, place),
              tally.sum(Tally.NEXT, place),
              tally.sum(Tally.CONTENT, place),
              popular,
              0,
              0);
      terms.add(new ArrayList<>());
      if (popular > 0) {
        terms.get(n).add(new Term(Term.Kind.POPULAR, null, null, popular));
      }
    }
    for (int one : of) {
      tally.clearSums();
      add.accept(one);
      for (int n = 0; n < items.length; n++) {
        double value = sum(tally.place(items[n]));
        if (value != 0) {
          terms.get(n).add(new Term(Term.Kind.ITEM, live.nameOf(one), null, value));
        }
      }
    }
    List<Recommendation> answer = new ArrayList<>();
    for (int n = 0; n < items.length; n++) {
      terms.get(n).sort(Comparator.comparingDouble(Term::value).reversed());
      double score = terms.get(n).stream().mapToDouble(Term::value).sum();
      answer.add(
          new Recommendation(live.nameOf(items[n]), score, terms.get(n), parts[n], false, 1));
    }
    return answer;
  }
}

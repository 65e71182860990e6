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
  private final Scratch scratch;
  private final Query query;

  Relating(Live live, Traits traits, Scratch scratch, Query query) {
    this.live = live;
    this.model = live.base.model();
    this.traits = traits;
    this.scratch = scratch;
    this.query = query;
  }

  /// Taken by the same people and looked at in turn; described alike, the more the less is known.
  List<Recommendation> similar(int item, IntPredicate allowed) {
    return answer(new int[] {item}, allowed, this::addSimilar);
  }

  private void addSimilar(int item) {
    Model.addScaled(model.relations().walk(), item, 0.4f, scratch.walk);
    Model.addScaled(model.relations().regression(), item, 0.3f, scratch.regression);
    Model.addScaled(model.next(), item, 0.3f, scratch.next);
    live.addNext(item, 1, scratch.next);
    if (item < live.base.table().size()) {
      double support = model.support()[item];
      model.features().alike(item, (float) (0.3 + 1.2 / (1 + support / 5)), scratch.content);
    }
  }

  /// Bought in one go; where that says nothing, what the same people take.
  List<Recommendation> together(int[] items, IntPredicate allowed) {
    return answer(items, allowed, this::addTogether);
  }

  private void addTogether(int item) {
    Model.addScaled(model.together(), item, 1, scratch.walk);
    Model.addScaled(model.relations().walk(), item, REST, scratch.regression);
    Model.addScaled(model.next(), item, REST, scratch.next);
  }

  private List<Recommendation> answer(int[] of, IntPredicate allowed, IntConsumer add) {
    Sums[] sums = {scratch.walk, scratch.regression, scratch.next, scratch.content};
    for (int item : of) {
      scratch.own.touch(item);
      add.accept(item);
    }
    Best inStock = new Best(query.limit() * (query.caps().none() ? 1 : 4));
    Best outOfStock = new Best(query.limit());
    for (Sums some : sums) {
      for (int k = 0; k < some.count(); k++) {
        offer(some.item(k), sums, allowed, inStock, outOfStock);
      }
    }
    for (int item : model.ranked()) {
      if (inStock.size() >= query.limit()) {
        break;
      }
      offer(item, sums, allowed, inStock, outOfStock);
    }
    inStock.sortByWeight();
    outOfStock.sortByWeight();
    int[] ranked = new int[inStock.size() + outOfStock.size()];
    System.arraycopy(inStock.items(), 0, ranked, 0, inStock.size());
    System.arraycopy(outOfStock.items(), 0, ranked, inStock.size(), outOfStock.size());
    Picker picker = new Picker(traits, query.exploring(0));
    picker.pick(ranked, new int[0], new double[0]);
    return explained(picker.items(), of, sums, add);
  }

  private void offer(int item, Sums[] sums, IntPredicate allowed, Best inStock, Best outOfStock) {
    if (scratch.candidates.touched(item) || scratch.own.touched(item) || !allowed.test(item)) {
      return;
    }
    scratch.candidates.touch(item);
    (traits.inStock(item) ? inStock : outOfStock)
        .offer(item, (float) (sum(item, sums) + popular(item)));
  }

  private static double sum(int item, Sums[] sums) {
    double sum = 0;
    for (Sums some : sums) {
      sum += some.get(item);
    }
    return sum;
  }

  private double popular(int item) {
    return POPULAR * live.lately(item);
  }

  /// The parts first, from all sums; then each item's own summand, by summing it alone.
  private List<Recommendation> explained(int[] items, int[] of, Sums[] sums, IntConsumer add) {
    Recommendation.Parts[] parts = new Recommendation.Parts[items.length];
    List<List<Term>> terms = new ArrayList<>();
    for (int n = 0; n < items.length; n++) {
      double popular = popular(items[n]);
      parts[n] =
          new Recommendation.Parts(
              scratch.regression.get(items[n]),
              scratch.walk.get(items[n]),
              scratch.next.get(items[n]),
              scratch.content.get(items[n]),
              popular,
              0,
              0);
      terms.add(new ArrayList<>());
      if (popular > 0) {
        terms.get(n).add(new Term(Term.Kind.POPULAR, null, null, popular));
      }
    }
    for (int one : of) {
      for (Sums some : sums) {
        some.clear();
      }
      add.accept(one);
      for (int n = 0; n < items.length; n++) {
        double value = sum(items[n], sums);
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

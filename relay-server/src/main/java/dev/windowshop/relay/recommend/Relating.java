package dev.windowshop.relay.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/// Answers what goes with items, whoever asks. One query's.
final class Relating {
  private static final float POPULAR = 0.05f;
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
    Model.addScaled(model.relations().walk(), item, 0.4f, scratch.walk);
    Model.addScaled(model.relations().regression(), item, 0.3f, scratch.regression);
    Model.addScaled(model.next(), item, 0.3f, scratch.next);
    live.addNext(item, 1, scratch.next);
    if (item < live.base.table().size()) {
      double support = model.support()[item];
      model.features().alike(item, (float) (0.3 + 1.2 / (1 + support / 5)), scratch.content);
    }
    Sums[] all = {scratch.walk, scratch.regression, scratch.next, scratch.content};
    return answer(new int[] {item}, all, allowed, Term.Kind.ITEM);
  }

  /// Bought in one go; where that says nothing, what the same people take.
  List<Recommendation> together(int[] items, IntPredicate allowed) {
    for (int item : items) {
      Model.addScaled(model.together(), item, 1, scratch.walk);
      Model.addScaled(model.relations().walk(), item, REST, scratch.regression);
      Model.addScaled(model.next(), item, REST, scratch.next);
    }
    Sums[] all = {scratch.walk, scratch.regression, scratch.next};
    return answer(items, all, allowed, Term.Kind.ITEM);
  }

  private List<Recommendation> answer(int[] of, Sums[] sums, IntPredicate allowed, Term.Kind kind) {
    for (int item : of) {
      scratch.own.touch(item);
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
    List<Recommendation> answer = new ArrayList<>();
    for (int place = 0; place < picker.size(); place++) {
      answer.add(explained(picker.item(place), of, sums, kind));
    }
    return answer;
  }

  private void offer(int item, Sums[] sums, IntPredicate allowed, Best inStock, Best outOfStock) {
    if (scratch.candidates.touched(item) || scratch.own.touched(item) || !allowed.test(item)) {
      return;
    }
    scratch.candidates.touch(item);
    (traits.inStock(item) ? inStock : outOfStock).offer(item, (float) score(item, sums));
  }

  private double score(int item, Sums[] sums) {
    double score = POPULAR * REST * live.lately(item);
    for (Sums some : sums) {
      score += some.get(item);
    }
    return score;
  }

  private Recommendation explained(int item, int[] of, Sums[] sums, Term.Kind kind) {
    List<Term> terms = new ArrayList<>();
    double popular = POPULAR * REST * live.lately(item);
    double related = score(item, sums) - popular;
    double share = 0;
    for (int one : of) {
      share += weight(one, item);
    }
    for (int one : of) {
      double value = share > 0 ? related * weight(one, item) / share : related / of.length;
      if (value > 0) {
        terms.add(new Term(kind, live.nameOf(one), null, value));
      }
    }
    if (popular > 0) {
      terms.add(new Term(Term.Kind.POPULAR, null, null, popular));
    }
    terms.sort(Comparator.comparingDouble(Term::value).reversed());
    Recommendation.Parts parts =
        new Recommendation.Parts(
            scratch.regression.get(item),
            scratch.walk.get(item),
            scratch.next.get(item),
            scratch.content.get(item),
            popular,
            0,
            0);
    return new Recommendation(live.nameOf(item), score(item, sums), terms, parts, false, 1);
  }

  private double weight(int of, int item) {
    return Math.max(0, model.together().at(of, item))
        + REST * model.relations().walk().at(of, item)
        + REST * model.next().at(of, item);
  }
}

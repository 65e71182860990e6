package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.Arrays;
import java.util.function.IntPredicate;

/// Ranks what one query has met, what is in stock first. One query's.
///
/// Most of what a profile leads to scores far below what is answered. So the popular is scored
/// first, which all has a chance; of the rest an item is only looked up, at the price of memory
/// that is far away, when its relations leave it one. What is left out could not have been in the
/// answer.
final class Ranking {
  /// Caps need something to choose from.
  private static final int TO_CHOOSE_FROM = 4;

  /// Where hardly anything is in stock, what else might be is not searched for beyond this.
  private static final int LONGEST_SEARCH = 200_000;

  private final Live live;
  private final Traits traits;
  private final Tally tally;
  private final Query query;
  private final IntPredicate allowed;
  private final Scoring scoring;
  private final Blend blend;
  private final boolean again;
  private final int room;
  private final Best inStock;
  private final Best outOfStock;

  Ranking(
      Live live,
      Traits traits,
      Tally tally,
      Query query,
      IntPredicate allowed,
      Scoring scoring,
      Blend blend) {
    this.live = live;
    this.traits = traits;
    this.tally = tally;
    this.query = query;
    this.allowed = allowed;
    this.scoring = scoring;
    this.blend = blend;
    this.again = query.seen() == Query.Seen.ALL;
    int wanted = query.caps().none() ? query.limit() : TO_CHOOSE_FROM * query.limit() + 20;
    this.room = wanted + (int) (query.limit() * query.exploreShare());
    this.inStock = new Best(room);
    this.outOfStock = new Best(room);
  }

  /// The best first; where what was met does not suffice, what is popular.
  int[] ranked() {
    scoring.popularHere(this::offer);
    offerOfCategories();
    offerHeads();
    offerRelated();
    if (inStock.size() < room) {
      fill();
    }
    inStock.sortByWeight();
    // With enough in stock nothing else is ever reached.
    if (inStock.size() == room) {
      return inStock.items();
    }
    outOfStock.sortByWeight();
    int[] ranked = Arrays.copyOf(inStock.items(), inStock.size() + outOfStock.size());
    System.arraycopy(outOfStock.items(), 0, ranked, inStock.size(), outOfStock.size());
    return ranked;
  }

  /// Once each.
  private void offer(int item) {
    int place = tally.place(item);
    if (tally.first(place) && tally.allowed(place, allowed)) {
      (traits.inStock(item) ? inStock : outOfStock)
          .offer(item, scoring.score(item, place, blend, again));
    }
  }

  /// What is popular in the categories that are asked for, or liked, has a chance too.
  private void offerOfCategories() {
    Rows inCategory = live.base.model().inCategory();
    IntOpenHashSet asked = new IntOpenHashSet(traits.categories());
    asked.addAll(Traits.numbers(query.taste().categories(), live.base.table().categories));
    asked.forEach(category -> {
      int end = Math.min(inCategory.to(category), inCategory.from(category) + query.limit() + 100);
      for (int k = inCategory.from(category); k < end; k++) {
        offer(inCategory.item()[k]);
      }
    });
  }

  private void offerHeads() {
    int[] heads = live.base.model().heads().item();
    double besides = scoring.categoryAtMost(blend) + scoring.tasteAtMost();
    for (int head = 0; head < heads.length; head++) {
      int place = tally.place(heads[head]);
      double most =
          scoring.ofRelations(place, blend, again) + scoring.popularOfHead(head, blend) + besides;
      if (hasAChance(heads[head], most)) {
        offer(heads[head]);
      } else {
        tally.first(place);
      }
    }
  }

  private void offerRelated() {
    double besides = scoring.popularAtMost(blend) + scoring.tasteAtMost();
    double category = scoring.categoryAtMost(blend);
    int count = tally.count();
    for (int place = 0; place < count; place++) {
      if (tally.isNew(place)) {
        int item = tally.item(place);
        double most = scoring.ofRelations(place, blend, again) + besides;
        if (hasAChance(item, most + category)
            && hasAChance(item, most + scoring.categoryAtMost(item, blend))) {
          offer(item);
        }
      }
    }
  }

  /// @param most no more can it score, as long as it has not risen since the snapshot
  private boolean hasAChance(int item, double most) {
    return !inStock.full() || most >= inStock.worst() || live.risen(item);
  }

  /// By popularity, until there is enough; where only a few may be answered at all, those.
  private void fill() {
    int[] few = new Narrowed(live, traits, query.filters()).items();
    if (few != null) {
      for (int item : few) {
        offer(item);
      }
      return;
    }
    int left = LONGEST_SEARCH;
    for (int item : live.base.model().ranked()) {
      if (inStock.full() || (left-- <= 0 && outOfStock.full())) {
        break;
      }
      offer(item);
    }
  }
}

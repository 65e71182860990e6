package dev.windowshop.relay.recommend;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Questions with known answers, with what each model says of their candidates, so that a blend can
/// be tried in no time.
final class Trials {
  private static final int BY_SUM = 300;
  private static final int BY_MODEL = 50;

  /// @param values of the models by candidate, `Blend.WEIGHTS` each
  /// @param own whether the candidate was known
  /// @param hit whether it came
  /// @param freshTargets how many new items came, candidates or not
  private record Trial(
      float[] values,
      boolean[] own,
      boolean[] hit,
      double evidence,
      int freshTargets,
      int targets) {}

  private final List<Trial> trials;

  private Trials(List<Trial> trials) {
    this.trials = trials;
  }

  static Trials of(Snapshot snapshot, List<Cases.Case> cases, Tuning tuning, Workers workers) {
    @Nullable Trial[] made = new @Nullable Trial[cases.size()];
    workers.run(
        cases.size(),
        () -> {
          Tally tally = new Tally();
          Live live = new Live(snapshot, snapshot.table().size());
          return number -> made[number] = trial(live, tally, cases.get(number), tuning);
        });
    List<Trial> all = new ArrayList<>();
    for (Trial one : made) {
      all.add(Objects.requireNonNull(one));
    }
    return new Trials(all);
  }

  private static Trial trial(Live live, Tally tally, Cases.Case one, Tuning tuning) {
    Traits traits = new Traits(live, Filters.NONE);
    Scoring scoring = new Scoring(live, traits, tally, one.profile(), Taste.UNKNOWN);
    IntOpenHashSet known = one.known();
    IntPredicate fresh = item -> !known.contains(item) && !live.gone(item);
    scoring.gather(fresh);
    scoring.popular(tally::place);
    Blend blend = Answering.blend(tuning, one.profile());
    int[] chosen = chosen(scoring, tally, blend, item -> known.contains(item) || fresh.test(item));
    float[] values = new float[chosen.length * Blend.WEIGHTS];
    float[] row = new float[Blend.WEIGHTS];
    boolean[] own = new boolean[chosen.length];
    boolean[] hit = new boolean[chosen.length];
    for (int n = 0; n < chosen.length; n++) {
      scoring.features(chosen[n], row);
      System.arraycopy(row, 0, values, n * Blend.WEIGHTS, Blend.WEIGHTS);
      own[n] = known.contains(chosen[n]);
      hit[n] = one.all().contains(chosen[n]);
    }
    tally.clear();
    return new Trial(values, own, hit, scoring.evidence(), one.fresh().size(), one.all().size());
  }

  private static int[] chosen(Scoring scoring, Tally candidates, Blend blend, IntPredicate which) {
    Best bySum = new Best(BY_SUM);
    Best[] byModel = new Best[Blend.WEIGHTS];
    IntStream.range(0, byModel.length).forEach(i -> byModel[i] = new Best(BY_MODEL));
    float[] row = new float[Blend.WEIGHTS];
    for (int k = 0; k < candidates.count(); k++) {
      int item = candidates.item(k);
      if (!which.test(item)) {
        continue;
      }
      bySum.offer(item, scoring.score(item, blend, true));
      scoring.features(item, row);
      for (int model = 0; model < row.length; model++) {
        if (row[model] > 0) {
          byModel[model].offer(item, row[model]);
        }
      }
    }
    IntOpenHashSet chosen = new IntOpenHashSet(bySum.items());
    for (Best best : byModel) {
      for (int item : best.items()) {
        chosen.add(item);
      }
    }
    int[] sorted = chosen.toIntArray();
    Arrays.sort(sorted);
    return sorted;
  }

  int size() {
    return trials.size();
  }

  /// How well a blend foretells: what lies between precision at the top and recall below it.
  ///
  /// @param again whether known items may be answered too
  double quality(Blend blend, boolean again) {
    if (trials.isEmpty()) {
      return 0;
    }
    double sum = 0;
    int counted = 0;
    for (Trial trial : trials) {
      int targets = again ? trial.targets() : trial.freshTargets();
      if (targets > 0) {
        sum += quality(trial, blend, again, targets);
        counted++;
      }
    }
    return counted == 0 ? 0 : sum / counted;
  }

  private static double quality(Trial trial, Blend blend, boolean again, int targets) {
    int count = trial.hit().length;
    float trust = (float) Scoring.trust(trial.evidence(), blend.doubt());
    float[] weights = blend.weights();
    for (int model = 0; model < 5; model++) {
      weights[model] *= trust;
    }
    weights[5] = again ? weights[5] : 0;
    weights[6] = 0;
    float[] score = new float[count];
    for (int n = 0; n < count; n++) {
      if (!again && trial.own()[n]) {
        score[n] = Float.NEGATIVE_INFINITY;
        continue;
      }
      float sum = 0;
      for (int model = 0, at = n * Blend.WEIGHTS; model < Blend.WEIGHTS; model++, at++) {
        sum += weights[model] * trial.values()[at];
      }
      score[n] = sum;
    }
    double gain = 0;
    double found = 0;
    double deep = 0;
    for (int n = 0; n < count; n++) {
      if (!trial.hit()[n] || score[n] == Float.NEGATIVE_INFINITY) {
        continue;
      }
      int rank = 0;
      for (int other = 0; other < count && rank < 100; other++) {
        if (score[other] > score[n] || (score[other] == score[n] && other < n)) {
          rank++;
        }
      }
      double discounted = 1 / Math.log(rank + 2);
      gain += rank < 10 ? discounted : 0;
      found += rank < 20 ? 1 : 0;
      deep += rank < 100 ? discounted : 0;
    }
    return gain / ideal(Math.min(10, targets))
        + found / targets
        + 0.3 * deep / ideal(Math.min(100, targets));
  }

  private static double ideal(int targets) {
    double ideal = 0;
    for (int rank = 0; rank < targets; rank++) {
      ideal += 1 / Math.log(rank + 2);
    }
    return ideal;
  }
}

package dev.windowshop.relay.recommend;

import java.util.ArrayList;
import java.util.List;

/// Finds what weights the data's own past asks for, so that one configuration fits shops, sessions
/// and ratings. Nothing is known here but the events themselves; where they are too few to tell,
/// the usual weights stay.
final class Tuner {
  private static final int FEW_EVENTS = 1_000;
  private static final int FEW_CASES = 30;

  /// A weight moves only for a gain that is more than noise.
  private static final double GAIN = 1.003;

  private static final float[] STEPS = {0, 0.05f, 0.1f, 0.2f, 0.35f, 0.5f, 0.75f, 1, 1.5f};
  private static final float[] AGAIN = {0, 0.1f, 0.2f, 0.4f, 0.7f, 1, 1.5f, 2, 3};
  private static final float[] DOUBT = {0, 0.1f, 0.3f, 1, 3};
  private static final int DAY = 86_400;

  private final Streams events;
  private final ItemTable table;
  private final Content.Collector content;
  private final Overview whole;
  private final Workers workers;

  /// @param whole of all events
  Tuner(
      Streams events, ItemTable table, Content.Collector content, Overview whole, Workers workers) {
    this.events = events;
    this.table = table;
    this.content = content;
    this.whole = whole;
    this.workers = workers;
  }

  Tuning tune() {
    if (events.size() < FEW_EVENTS) {
      return Tuning.USUAL;
    }
    Tuning best = Tuning.USUAL;
    double most = -1;
    for (double halfLife : halfLives()) {
      Tuning asked = new Tuning(halfLife, Tuning.RIDGE, Blend.STAY, Blend.BACK, Blend.NEWCOMER);
      Tuned tuned = tune(asked);
      // A longer memory has to earn its place.
      if (tuned.quality() > most * 1.01) {
        most = tuned.quality();
        best = tuned.tuning();
      }
    }
    return best;
  }

  /// Forty-five days, and longer memories where the data reaches back far enough to tell.
  private List<Double> halfLives() {
    double days = (events.now() - events.first()) / (double) DAY;
    List<Double> halfLives = new ArrayList<>();
    halfLives.add(Tuning.HALF_LIFE_DAYS);
    if (days > 180) {
      halfLives.add(180.0);
    }
    if (days > 500) {
      halfLives.add(days);
    }
    return halfLives;
  }

  private record Tuned(Tuning tuning, double quality) {}

  private Tuned tune(Tuning asked) {
    Cases cases = Cases.of(events, asked.halfLifeDays());
    Histories histories = Histories.of(cases.before());
    // Of a share of the events nearly everything would be little known, and there is a lot of it.
    Overview known = Cases.share(events) > 1 ? whole : null;
    Overview overview = Overview.of(cases.before(), histories, table, content, known, workers);
    Model model = Model.build(cases.before(), histories, table, overview, asked, workers, false);
    Snapshot snapshot =
        new Snapshot(
            new Ids(), new Ids(), table, histories, model, cases.before().now(), BuildStats.NONE);
    Trials back = Trials.of(snapshot, cases.back(), asked, workers);
    Trials stay = Trials.of(snapshot, cases.stay(), asked, workers);
    Trials newcomers = Trials.of(snapshot, cases.newcomers(), asked, workers);
    boolean enoughBack = back.size() >= FEW_CASES;
    boolean enoughStay = stay.size() >= FEW_CASES;
    Blend toStay = enoughStay ? climb(stay, asked.stay()) : asked.stay();
    Blend toBack = enoughBack ? climb(back, asked.back()) : enoughStay ? toStay : asked.back();
    if (!enoughStay && enoughBack) {
      toStay = toBack.towards(asked.stay(), 0.5);
    }
    Blend toNewcomer =
        newcomers.size() >= FEW_CASES
            ? climbPopularity(newcomers, asked.newcomer())
            : asked.newcomer();
    double all = Math.max(1, back.size() + stay.size());
    double quality =
        (back.size() * back.quality(toBack, false) + stay.size() * stay.quality(toStay, false))
            / all;
    Tuning tuning = new Tuning(asked.halfLifeDays(), asked.ridge(), toStay, toBack, toNewcomer);
    return new Tuned(tuning, quality);
  }

  private static Blend climb(Trials trials, Blend from) {
    Blend best = from;
    for (int round = 0; round < 3; round++) {
      Blend before = best;
      for (int weight : new int[] {0, 2, 1, 9, 8, 10, 7, 11, 3, 4}) {
        best = step(trials, best, weight, STEPS, false);
      }
      best = step(trials, best, 6, DOUBT, false);
      if (best == before) {
        break;
      }
    }
    best = best.towards(from, trials.size() / (trials.size() + 50.0));
    return step(trials, best, 5, AGAIN, true);
  }

  private static Blend climbPopularity(Trials trials, Blend from) {
    Blend best = from;
    for (int round = 0; round < 3; round++) {
      for (int weight = 7; weight < Blend.WEIGHTS; weight++) {
        best = step(trials, best, weight, STEPS, false);
      }
    }
    return best.towards(from, trials.size() / (trials.size() + 50.0));
  }

  private static Blend step(Trials trials, Blend from, int weight, float[] steps, boolean again) {
    Blend best = from;
    double most = trials.quality(from, again) * GAIN;
    for (float step : steps) {
      float[] weights = from.weights();
      weights[weight] = step;
      Blend tried = Blend.of(weights);
      double quality = trials.quality(tried, again);
      if (quality > most) {
        most = quality;
        best = tried;
      }
    }
    return best;
  }
}

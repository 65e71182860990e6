package dev.windowshop.relay.recommend;

import java.util.Arrays;
import java.util.Locale;

/// How much each model has to say in one situation. Models are scaled to a largest value of 1
/// first, so that weights compare.
///
/// @param doubt how much evidence a profile needs until its models count half
/// @param popularity by window of `Popularity`
record Blend(
    float regression,
    float walk,
    float next,
    float content,
    float category,
    float again,
    float doubt,
    float[] popularity) {
  /// The number of weights that `with` can change.
  static final int WEIGHTS = 7 + Popularity.WINDOWS;

  static final Blend BACK =
      new Blend(1, 0.5f, 0.1f, 0.3f, 0.15f, 1, 0.3f, new float[] {0.1f, 0.25f, 0.3f, 0.1f, 0.05f});

  static final Blend STAY =
      new Blend(
          0.5f, 0.4f, 1, 0.3f, 0.1f, 0.5f, 0.1f, new float[] {0.05f, 0.05f, 0.1f, 0.05f, 0.02f});

  static final Blend NEWCOMER =
      new Blend(0, 0, 0, 0, 0, 0, 0, new float[] {0.2f, 0.3f, 0.3f, 0.15f, 0.05f});

  float weight(int number) {
    return switch (number) {
      case 0 -> regression;
      case 1 -> walk;
      case 2 -> next;
      case 3 -> content;
      case 4 -> category;
      case 5 -> again;
      case 6 -> doubt;
      default -> popularity[number - 7];
    };
  }

  static Blend of(float[] weights) {
    return new Blend(
        weights[0],
        weights[1],
        weights[2],
        weights[3],
        weights[4],
        weights[5],
        weights[6],
        Arrays.copyOfRange(weights, 7, WEIGHTS));
  }

  float[] weights() {
    float[] all = new float[WEIGHTS];
    for (int i = 0; i < WEIGHTS; i++) {
      all[i] = weight(i);
    }
    return all;
  }

  /// A blend between this (share 1) and another (share 0).
  Blend towards(Blend other, double share) {
    float[] mixed = weights();
    for (int i = 0; i < WEIGHTS; i++) {
      mixed[i] = (float) (share * mixed[i] + (1 - share) * other.weight(i));
    }
    return of(mixed);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "regression %.2f walk %.2f next %.2f content %.2f category %.2f again %.2f doubt %.2f"
            + " popularity %s",
        regression,
        walk,
        next,
        content,
        category,
        again,
        doubt,
        Arrays.toString(popularity));
  }
}

package dev.windowshop.relay.recommend;

import java.util.List;

/// An item of an answer.
///
/// @param score the sum of its terms
/// @param terms the largest first: the first is the honest reason
/// @param parts what each model adds to the score
/// @param explored whether it took a slot kept for untried items
/// @param propensity the probability with which it got its slot, 1 unless explored
public record Recommendation(
    String item, double score, List<Term> terms, Parts parts, boolean explored, double propensity) {
  /// The summands by model.
  public record Parts(
      double regression,
      double walk,
      double next,
      double content,
      double popularity,
      double category,
      double taste) {}
}

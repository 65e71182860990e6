package dev.windowshop.bench.recommend;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Figures of a method on a data set: full ranking, every user of the holdout counts the same, who
/// gets no answer counts zero.
///
/// @param forbidden answers that the user already had
record Quality(double recall20, double ndcg10, double coverage20, long forbidden) {
  static Quality of(DataSet data, Function<String, List<String>> method) {
    double recall = 0;
    double ndcg = 0;
    long forbidden = 0;
    Set<String> shown = new HashSet<>();
    for (Map.Entry<String, Set<String>> one : data.targets().entrySet()) {
      Set<String> targets = one.getValue();
      Set<String> known = data.profiles().getOrDefault(one.getKey(), Set.of());
      List<String> answer = method.apply(one.getKey());
      double hits = 0;
      double gain = 0;
      for (int rank = 0; rank < Math.min(20, answer.size()); rank++) {
        shown.add(answer.get(rank));
        forbidden += known.contains(answer.get(rank)) ? 1 : 0;
        if (targets.contains(answer.get(rank))) {
          hits++;
          gain += rank < 10 ? 1 / Math.log(rank + 2) : 0;
        }
      }
      double ideal = 0;
      for (int rank = 0; rank < Math.min(10, targets.size()); rank++) {
        ideal += 1 / Math.log(rank + 2);
      }
      recall += hits / targets.size();
      ndcg += gain / ideal;
    }
    Set<String> catalogue = data.catalogue();
    shown.retainAll(catalogue);
    int users = Math.max(1, data.targets().size());
    return new Quality(
        recall / users, ndcg / users, (double) shown.size() / catalogue.size(), forbidden);
  }
}

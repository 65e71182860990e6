package dev.windowshop.relay.recommend;

import org.jspecify.annotations.Nullable;

/// What is known of the items before they are related to each other by who has them. Immutable.
///
/// @param ranked all items, the most popular lately first
/// @param support how many have each item
/// @param alike from an item to what is described alike, where one of the two is little known
record Overview(Popularity popularity, int[] ranked, int[] support, Content features, Rows alike) {
  /// @param known whose content is taken, where it has been worked out; else null
  static Overview of(
      Streams events,
      Histories histories,
      ItemTable table,
      Content.Collector content,
      @Nullable Overview known,
      Workers workers) {
    int items = table.size();
    Popularity popularity = Popularity.of(events);
    int[] ranked = popularity.ranked();
    int[] support = histories.support(items);
    if (known != null) {
      return new Overview(popularity, ranked, support, known.features(), known.alike());
    }
    Content features = content.build(items, ranked);
    return new Overview(
        popularity, ranked, support, features, features.rows(items, support, workers));
  }
}

package dev.windowshop.protocol;

import java.util.Locale;

/// `sort=` of `GET /products`. Ties break by id, so that pages never overlap.
public enum ProductSort {
  RELEVANCE,
  POPULARITY,
  NEWEST,
  PRICE_ASC,
  PRICE_DESC,
  RATING;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws ProblemException 400 for an unknown one
  public static ProductSort ofWire(String text) {
    for (ProductSort sort : values()) {
      if (sort.wire().equals(text)) {
        return sort;
      }
    }
    throw new ProblemException(ProblemType.BAD_REQUEST, "There is no sort order '" + text + "'.");
  }
}

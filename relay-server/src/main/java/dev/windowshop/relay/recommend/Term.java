package dev.windowshop.relay.recommend;

import org.jspecify.annotations.Nullable;

/// One summand of a score, and thereby one reason.
///
/// @param item the item of the profile that it comes from, for `ITEM`
/// @param event what was last done with that item
/// @param value what it adds to the score
public record Term(Kind kind, @Nullable String item, @Nullable EventType event, double value) {
  public enum Kind {
    /// Something that the asker did with `item`.
    ITEM,
    /// Popular lately with everybody.
    POPULAR,
    /// Popular lately in a category that the asker looks at.
    POPULAR_IN_CATEGORY,
    /// Fits what the asker says they like.
    TASTE,
    /// New, and shown so that it gets its chance.
    NEW
  }
}

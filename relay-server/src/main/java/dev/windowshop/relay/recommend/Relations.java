package dev.windowshop.relay.recommend;

/// What items have to do with each other, from who has them both.
///
/// @param regression from an item to those that it speaks for, all other items being equal
/// @param walk from an item to where a walk over people leads, popular ends held back
record Relations(Rows regression, Rows walk, int regressed) {
  long bytes() {
    return regression.bytes() + walk.bytes();
  }
}

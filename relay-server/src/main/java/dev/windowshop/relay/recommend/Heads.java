package dev.windowshop.relay.recommend;

/// The most popular items. Immutable.
///
/// @param item each of them once
/// @param share what `Popularity` says of them, beside each other: each query goes through them all
/// @param below by window: no item that is not among them has a larger share
record Heads(int[] item, float[] share, float[] below) {}

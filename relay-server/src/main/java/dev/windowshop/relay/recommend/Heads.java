package dev.windowshop.relay.recommend;

/// The most popular items. Immutable.
///
/// @param item each of them once
/// @param below by window of `Popularity`: no item that is not among them has a larger share
record Heads(int[] item, float[] below) {}

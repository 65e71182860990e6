package dev.windowshop.client.order;

import java.util.List;

/// What became of buying the same again.
///
/// @param added how many pieces are in the cart now
/// @param missing titles of what can't be had any more, or not as many
public record Reordered(int added, List<String> missing) {}

package dev.windowshop.relay.demo.picture;

/// Where a product is photographed.
enum Stage {
  /// Standing on the studio's floor.
  FLOOR,
  /// Small things, on a round plinth whose top is at y = 800.
  PLINTH,
  /// Lying flat, seen from above, or hanging on the wall.
  FLAT
}

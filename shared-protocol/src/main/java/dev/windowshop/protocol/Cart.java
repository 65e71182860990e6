package dev.windowshop.protocol;

import java.util.List;

/// What somebody means to buy. The newest `PUT` wins.
public record Cart(List<Line> lines) {
  public record Line(String variantId, int quantity) {}

  /// `POST /me/merge`, once a guest.
  public record Merge(String guestId, List<Line> lines) {}
}

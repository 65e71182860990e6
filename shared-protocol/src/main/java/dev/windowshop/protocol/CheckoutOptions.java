package dev.windowshop.protocol;

import java.util.List;

/// `GET /checkout`: what a checkout may ask for.
///
/// @param paymentProviders `on_delivery`, and `test` where it is on
public record CheckoutOptions(List<Delivery> deliveryMethods, List<String> paymentProviders) {
  /// @param id `pickup`, `standard` or `express`
  /// @param price what a shop asks for it that has not said otherwise
  public record Delivery(String id, Money price) {}
}

package dev.windowshop.client.store;

import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Recommendations;

/// Something that the relay is still to be told of a shopper's interests, in order: what was done
/// before it was forgotten must not arrive after.
sealed interface InterestStep {
  /// Something that was done or shown.
  record Did(Interaction interaction) implements InterestStep {}

  /// Everything about a product is forgotten.
  record Forget(String productId) implements InterestStep {}

  record ForgetEverything() implements InterestStep {}

  /// One sort of thing is taken back, for example "not interested".
  record TakeBack(String productId, Interaction.Type type) implements InterestStep {}

  record Private(boolean on) implements InterestStep {}

  default String kind() {
    return switch (this) {
      case Did did -> "did";
      case Forget forget -> "forget";
      case ForgetEverything all -> "forget-everything";
      case TakeBack back -> "take-back";
      case Private now -> "private";
    };
  }

  /// Empty for what is about no product.
  default String product() {
    return switch (this) {
      case Did did -> did.interaction().productId();
      case Forget forget -> forget.productId();
      case TakeBack back -> back.productId();
      case ForgetEverything all -> "";
      case Private now -> "";
    };
  }

  default String body() {
    return switch (this) {
      case Did did -> Json.encode(did.interaction());
      case TakeBack back -> Json.encode(back.type());
      case Private now -> Json.encode(new Recommendations.Privacy(now.on()));
      case Forget forget -> "";
      case ForgetEverything all -> "";
    };
  }

  static InterestStep of(String kind, String productId, String body) {
    return switch (kind) {
      case "did" -> new Did(Json.decode(body, Interaction.class));
      case "forget" -> new Forget(productId);
      case "forget-everything" -> new ForgetEverything();
      case "take-back" -> new TakeBack(productId, Json.decode(body, Interaction.Type.class));
      case "private" -> new Private(Json.decode(body, Recommendations.Privacy.class).on());
      default -> throw new IllegalArgumentException("no such step: " + kind);
    };
  }
}

package dev.windowshop.relay.stripe;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How to reach Stripe and how it reaches us.
///
/// @param key the account's secret key
/// @param webhookSecrets what signs its reports, with commas between
/// @param publicAddress where browsers reach this relay, without a slash at its end
/// @param api null for Stripe's own
public record StripeConfig(
    String key, String webhookSecrets, String publicAddress, @Nullable String api) {

  List<String> secrets() {
    return Stream.of(webhookSecrets.split(","))
        .map(String::strip)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  @Override
  public String toString() {
    return "StripeConfig[[REDACTED], " + publicAddress + ", " + api + "]";
  }
}

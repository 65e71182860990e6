package dev.windowshop.relay.app;

import dev.windowshop.relay.stripe.StripeConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Card payments, as options.
final class StripeOptions {
  private static final String ADDRESS = "(?i)https?://[^\\s\"<>?#]+";

  @Option(
      names = "--stripe-key",
      paramLabel = "SECRET",
      description =
          "Secret key of a Stripe account, sk_… or rk_…: cards are taken on Stripe's page, which"
              + " opens in the buyer's browser. Put it in a file: --stripe-key-file.")
  private @Nullable String key;

  @Option(
      names = "--stripe-webhook-secret",
      paramLabel = "SECRET",
      description =
          "What signs Stripe's reports to /api/v1/payments/stripe/events, whsec_…; two with a comma"
              + " between while one takes over from the other.")
  private @Nullable String webhookSecret;

  @Option(
      names = "--public-address",
      paramLabel = "URL",
      description =
          "Where browsers reach this relay, for the page after a payment, for example"
              + " https://shop.example.org.")
  private @Nullable String publicAddress;

  @Option(
      names = "--stripe-api",
      paramLabel = "URL",
      description = "Where Stripe's API is, for a stand-in (default: Stripe's own).")
  private @Nullable String api;

  /// Null without a key.
  ///
  /// @throws IllegalArgumentException saying in a sentence which option is wrong, and no secret
  @Nullable StripeConfig config() {
    if (key == null || key.isBlank()) {
      return null;
    }
    if (!key.strip().matches("[A-Za-z0-9_]{8,255}")) {
      throw new IllegalArgumentException("--stripe-key is no key of Stripe's.");
    }
    if (webhookSecret == null || webhookSecret.isBlank()) {
      throw new IllegalArgumentException(
          "--stripe-key needs --stripe-webhook-secret: without it nobody says what was paid.");
    }
    if (publicAddress == null || !publicAddress.strip().matches(ADDRESS)) {
      throw new IllegalArgumentException(
          "--stripe-key needs --public-address, such as https://shop.example.org.");
    }
    if (api != null && !api.isBlank() && !api.strip().matches(ADDRESS)) {
      throw new IllegalArgumentException("--stripe-api must be an address such as https://…");
    }
    return new StripeConfig(
        key.strip(),
        webhookSecret.strip(),
        publicAddress.strip().replaceAll("/+$", ""),
        api == null || api.isBlank() ? null : api.strip().replaceAll("/+$", ""));
  }
}

package dev.windowshop.relay.stripe;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.order.PaymentProvider;
import dev.windowshop.relay.order.PaymentProvider.Outcome;
import dev.windowshop.relay.order.PaymentReports;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Stripe reports. Read as plain JSON and not as the library's records: an event has the shape
/// of the account's API version, and the few fields that count are in all of them. Thread-safe.
final class StripeEvents {
  private static final Logger LOG = LoggerFactory.getLogger(StripeEvents.class);
  private static final TypeReference<JsonNode> TREE = new TypeReference<>() {};

  /// How old a signature may be, and how far in the future, seconds.
  private static final long TOLERANCE = 300;

  private final PaymentProvider provider;
  private final List<String> secrets;
  private final String currency;
  private final Clock clock;

  StripeEvents(PaymentProvider provider, StripeConfig config, String currency, Clock clock) {
    this.provider = provider;
    this.secrets = config.secrets();
    this.currency = currency;
    this.clock = clock;
  }

  /// @throws ProblemException 400 for what Stripe did not sign lately
  void take(PaymentReports reports, String body, @Nullable String signature) {
    if (signature == null || secrets.stream().noneMatch(one -> signed(body, signature, one))) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "The signature is not Stripe's.");
    }
    JsonNode event = Json.decode(body, TREE);
    String id = event.path("id").asText("");
    JsonNode object = event.path("data").path("object");
    String payment = object.path("metadata").path(StripePayments.PAYMENT).asText("");
    if (id.isEmpty() || payment.isEmpty()) {
      // Of the same account, and none of ours.
      return;
    }
    String attempt = object.path("metadata").path(StripePayments.TRY).asText(payment);
    switch (event.path("type").asText("")) {
      case "checkout.session.completed", "checkout.session.async_payment_succeeded" -> {
        if (object.path("payment_status").asText("").equals("paid")) {
          String intent = object.path("payment_intent").asText("");
          reports.settled(provider, id, payment, attempt, new Outcome.Captured(intent));
        }
      }
      case "checkout.session.async_payment_failed" ->
          reports.settled(
              provider, id, payment, attempt, new Outcome.Declined("The bank declined it."));
      case "checkout.session.expired" ->
          reports.settled(
              provider,
              id,
              payment,
              attempt,
              new Outcome.Declined("It was not paid in time. You can try again."));
      case "charge.refunded" ->
          reports.refunded(
              provider,
              id,
              payment,
              object.path("payment_intent").asText(""),
              StripeAmount.back(object.path("amount_refunded").asLong(), currency));
      case "refund.failed", "charge.dispute.created" ->
          LOG.warn(
              "Stripe reports {} of payment {}: look at it there", event.path("type"), payment);
      case String other -> LOG.debug("Stripe's {} says nothing new", other);
    }
  }

  private boolean signed(String body, String signature, String secret) {
    try {
      // It looks at the age only; a time that is still to come is refused here.
      return Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE, clock)
          && time(signature) <= clock.instant().getEpochSecond() + TOLERANCE;
    } catch (SignatureVerificationException | RuntimeException e) {
      return false;
    }
  }

  private static long time(String signature) {
    for (String part : signature.split(",")) {
      if (part.strip().startsWith("t=")) {
        return Long.parseLong(part.strip().substring(2));
      }
    }
    return Long.MAX_VALUE;
  }
}

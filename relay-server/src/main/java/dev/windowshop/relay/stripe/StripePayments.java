package dev.windowshop.relay.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import dev.windowshop.protocol.Money;
import dev.windowshop.relay.order.PaymentProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cards, by Stripe's hosted page. The card's number never comes near us. Thread-safe.
final class StripePayments implements PaymentProvider {
  static final String ID = "stripe";

  /// Metadata of everything that we make there.
  static final String PAYMENT = "windowshop_payment";

  static final String TRY = "windowshop_try";

  private static final Logger LOG = LoggerFactory.getLogger(StripePayments.class);
  private static final int CONNECT_MILLIS = 10_000;
  private static final int READ_MILLIS = 30_000;
  private static final int RETRIES = 2;

  private final StripeClient client;
  private final String publicAddress;

  StripePayments(StripeConfig config) {
    StripeClient.StripeClientBuilder builder =
        StripeClient.builder()
            .setApiKey(config.key())
            .setConnectTimeout(CONNECT_MILLIS)
            .setReadTimeout(READ_MILLIS)
            .setMaxNetworkRetries(RETRIES);
    if (config.api() != null) {
      builder.setApiBase(config.api());
    }
    this.client = builder.build();
    this.publicAddress = config.publicAddress();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Outcome pay(Attempt attempt) {
    if (attempt.amount().amount() == 0) {
      return new Outcome.Captured(attempt.key());
    }
    String back = publicAddress + StripeRoutes.ROOT + "back?paid=";
    SessionCreateParams params =
        SessionCreateParams.builder()
            .setMode(SessionCreateParams.Mode.PAYMENT)
            // Others take days to be sure of, longer than stock is held.
            .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
            .setClientReferenceId(attempt.paymentId())
            .putMetadata(PAYMENT, attempt.paymentId())
            .putMetadata(TRY, attempt.key())
            .setPaymentIntentData(
                SessionCreateParams.PaymentIntentData.builder()
                    .putMetadata(PAYMENT, attempt.paymentId())
                    .putMetadata(TRY, attempt.key())
                    .build())
            .addLineItem(
                SessionCreateParams.LineItem.builder()
                    .setQuantity(1L)
                    .setPriceData(
                        SessionCreateParams.LineItem.PriceData.builder()
                            .setCurrency(StripeAmount.currency(attempt.amount()))
                            .setUnitAmount(StripeAmount.of(attempt.amount()))
                            .setProductData(
                                SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                    .setName("Windowshop order " + attempt.orderId())
                                    .build())
                            .build())
                    .build())
            .setSuccessUrl(back + "true")
            .setCancelUrl(back + "false")
            .build();
    try {
      Session session = client.v1().checkout().sessions().create(params, key(attempt.key()));
      return new Outcome.ActionRequired(session.getUrl(), session.getId());
    } catch (CardException e) {
      return new Outcome.Declined("The card was declined.");
    } catch (StripeException e) {
      throw failed("make a payment", e);
    }
  }

  @Override
  public Outcome capture(String paymentId, Money amount) {
    // Cards are charged at once: nothing is ever only authorised.
    throw new IllegalStateException("nothing to capture of " + paymentId);
  }

  @Override
  public void refund(String key, String paymentId, String reference, Money amount) {
    RefundCreateParams params =
        RefundCreateParams.builder()
            .setPaymentIntent(reference)
            .setAmount(StripeAmount.of(amount))
            .putMetadata(PAYMENT, paymentId)
            .build();
    try {
      client.v1().refunds().create(params, key("refund-" + key));
    } catch (InvalidRequestException e) {
      if (!"charge_already_refunded".equals(e.getCode())) {
        throw new RefundFailedException("Stripe refused the refund", failed("refund", e));
      }
    } catch (StripeException e) {
      throw new RefundFailedException("Stripe did not take the refund", failed("refund", e));
    }
  }

  @Override
  public Outcome withdraw(String reference) {
    try {
      client.v1().checkout().sessions().expire(reference);
      return new Outcome.Declined("It was not confirmed.");
    } catch (InvalidRequestException e) {
      // Only what is open can be expired: it came to an end by itself.
      return outcomeOf(reference);
    } catch (StripeException e) {
      throw failed("take a payment back", e);
    }
  }

  private Outcome outcomeOf(String session) {
    try {
      Session now = client.v1().checkout().sessions().retrieve(session);
      return "paid".equals(now.getPaymentStatus()) && now.getPaymentIntent() != null
          ? new Outcome.Captured(now.getPaymentIntent())
          : new Outcome.Declined("It was not confirmed.");
    } catch (StripeException e) {
      throw failed("look a payment up", e);
    }
  }

  private static RequestOptions key(String key) {
    return RequestOptions.builder().setIdempotencyKey("windowshop-" + key).build();
  }

  /// Without its message, which may quote what was sent.
  private static IllegalStateException failed(String what, StripeException e) {
    LOG.warn(
        "Stripe could not {}: {} {}, status {}, request {}",
        what,
        e.getClass().getSimpleName(),
        e.getCode(),
        e.getStatusCode(),
        e.getRequestId());
    return new IllegalStateException("Stripe could not " + what);
  }
}

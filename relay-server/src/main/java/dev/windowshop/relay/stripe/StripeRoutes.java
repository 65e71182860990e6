package dev.windowshop.relay.stripe;

import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.order.PaymentReports;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Where Stripe reports, and where browsers land after its page.
final class StripeRoutes {
  static final String ROOT = Protocol.API + "/payments/stripe/";

  private final StripeEvents events;
  private final PaymentReports reports;

  StripeRoutes(StripeEvents events, PaymentReports reports) {
    this.events = events;
    this.reports = reports;
  }

  void register(HttpApi api) {
    api.post(ROOT + "events", Access.PUBLIC, this::event);
    api.get(ROOT + "back", Access.PUBLIC, this::back);
  }

  private Response event(Request request) {
    events.take(
        reports,
        new String(request.bodyBytes(), StandardCharsets.UTF_8),
        request.header("Stripe-Signature"));
    return Response.ok(Map.of("received", true));
  }

  private Response back(Request request) {
    boolean paid = "true".equals(request.query("paid"));
    String page =
        "<!doctype html><meta charset=\"utf-8\"><title>Windowshop</title>"
            + "<style>body{font:16px system-ui;max-width:30em;margin:4em auto;padding:0 1em}</style>"
            + (paid
                ? "<h1>Thank you</h1><p>You can close this page: Windowshop shows your order.</p>"
                : "<h1>Not paid</h1><p>Nothing was charged. You can close this page and try again"
                    + " in Windowshop.</p>");
    return new Response(
        200,
        page.getBytes(StandardCharsets.UTF_8),
        Map.of(
            "Content-Type",
            "text/html; charset=utf-8",
            "Cache-Control",
            "no-store",
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"));
  }
}

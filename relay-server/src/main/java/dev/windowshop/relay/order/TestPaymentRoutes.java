package dev.windowshop.relay.order;

import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.order.PaymentProvider.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The test provider's hosted page, as a bank's would be: whoever knows a payment's id decides it.
final class TestPaymentRoutes {
  private static final String ROOT = Protocol.API + "/payments/test/";

  private final PaymentService payments;

  TestPaymentRoutes(PaymentService payments) {
    this.payments = payments;
  }

  /// Where a payment is confirmed, below the relay's address.
  static String page(String paymentId) {
    return ROOT + paymentId;
  }

  void register(HttpApi api) {
    api.get(ROOT + ":payment", Access.PUBLIC, this::show);
    api.post(ROOT + ":payment/:outcome", Access.PUBLIC, this::decide);
  }

  private Response show(Request request) {
    String id = request.pathId("payment");
    return html(
        """
        <h1>Test payment</h1><p>No money moves. Decide what becomes of it.</p>
        <form method="post" action="%1$s/approve"><button>Approve</button></form>
        <form method="post" action="%1$s/decline"><button>Decline</button></form>
        """
            .formatted(page(id)));
  }

  private Response decide(Request request) {
    String id = request.pathId("payment");
    Outcome outcome =
        switch (request.path("outcome")) {
          case "approve" -> new Outcome.Captured(id);
          case "decline" -> new Outcome.Declined("The bank declined it.");
          default -> throw ProblemException.notFound("outcome");
        };
    Order.PaymentStatus status = payments.settle(id, outcome).payment().status();
    return html(
        status == Order.PaymentStatus.CAPTURED
            ? "<h1>Paid</h1><p>You can go back to Windowshop.</p>"
            : "<h1>Not paid</h1><p>You can go back to Windowshop and try again.</p>");
  }

  private static Response html(String body) {
    String page =
        "<!doctype html><meta charset=\"utf-8\"><title>Test payment</title>"
            + "<style>body{font:16px system-ui;max-width:30em;margin:4em auto;padding:0 1em}"
            + "button{font:inherit;padding:.5em 1.5em;margin:.5em 0}</style>"
            + body;
    return new Response(
        200,
        page.getBytes(StandardCharsets.UTF_8),
        Map.of(
            "Content-Type",
            "text/html; charset=utf-8",
            "Cache-Control",
            "no-store",
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                + " frame-ancestors 'none'"));
  }
}

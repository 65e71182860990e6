package dev.windowshop.relay.offer;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.idempotency.IdempotencyService;
import dev.windowshop.relay.limit.Limit;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Offers, but for making one: that is a message.
final class OfferRoutes {
  private static final String OFFER = Protocol.API + "/offers/:offer";

  private final OfferService offers;
  private final IdempotencyService idempotency;

  OfferRoutes(OfferService offers, IdempotencyService idempotency) {
    this.offers = offers;
    this.idempotency = idempotency;
  }

  void register(HttpApi api) {
    api.get(
        OFFER,
        Access.USER,
        request ->
            Response.ok(offers.offer(request.principal().userId(), request.pathId("offer"))));
    api.postKeyed(OFFER + "/accept", Access.USER, this::accept);
    api.post(
        OFFER + "/withdraw",
        Access.USER,
        request ->
            Response.ok(offers.withdraw(request.principal().userId(), request.pathId("offer"))));
    api.post(
        OFFER + "/decline",
        Access.USER,
        request ->
            Response.ok(offers.decline(request.principal().userId(), request.pathId("offer"))));
  }

  private Response accept(Request request) {
    request.count(Limit.CHECKOUTS);
    String user = request.principal().userId();
    String offer = request.pathId("offer");
    IdempotencyService.Answer answer =
        idempotency.once(
            user,
            request.method() + " " + request.path(),
            request.header("Idempotency-Key"),
            request.bodyBytes(),
            id ->
                new IdempotencyService.Answer(
                    201,
                    Json.encode(offers.accept(user, offer, id, request.body(Offer.Accept.class)))));
    return new Response(
        answer.status(),
        answer.body().getBytes(StandardCharsets.UTF_8),
        Map.of("Content-Type", answer.status() < 400 ? "application/json" : Problem.MEDIA_TYPE));
  }
}

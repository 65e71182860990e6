package dev.windowshop.relay.offer;

import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;

/// Offers, but for making one: that is a message.
final class OfferRoutes {
  private static final String OFFER = Protocol.API + "/offers/:offer";

  private final OfferService offers;

  OfferRoutes(OfferService offers) {
    this.offers = offers;
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
    return request.once(
        id -> Response.created(offers.accept(user, offer, id, request.body(Offer.Accept.class))));
  }
}

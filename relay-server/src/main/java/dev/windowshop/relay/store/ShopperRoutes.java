package dev.windowshop.relay.store;

import dev.windowshop.protocol.Cart;
import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is a shopper's own: cart, interactions, recommendations.
final class ShopperRoutes {
  private static final String RECOMMENDATIONS = Protocol.API + "/recommendations";

  private final CartService carts;
  private final InteractionService interactions;
  private final RecommendationService recommendations;

  ShopperRoutes(
      CartService carts, InteractionService interactions, RecommendationService recommendations) {
    this.carts = carts;
    this.interactions = interactions;
    this.recommendations = recommendations;
  }

  void register(HttpApi api) {
    api.get(Protocol.API + "/cart", Access.USER, this::cart);
    api.put(Protocol.API + "/cart", Access.USER, this::replaceCart);
    api.post(Protocol.API + "/me/merge", Access.USER, this::merge);
    api.post(Protocol.API + "/interactions", Access.PUBLIC, this::record);
    api.get(RECOMMENDATIONS + "/for-you", Access.PUBLIC, this::forYou);
    api.get(RECOMMENDATIONS + "/trending", Access.PUBLIC, this::trending);
    api.get(RECOMMENDATIONS + "/similar", Access.PUBLIC, this::similar);
    api.get(RECOMMENDATIONS + "/together", Access.PUBLIC, this::together);
  }

  private Response cart(Request request) {
    return Response.ok(carts.cart(request.principal().userId()));
  }

  private Response replaceCart(Request request) {
    return Response.ok(carts.replace(request.principal().userId(), request.body(Cart.class)));
  }

  private Response merge(Request request) {
    return Response.ok(carts.merge(request.principal().userId(), request.body(Cart.Merge.class)));
  }

  private Response record(Request request) {
    Actor actor = actor(request);
    if (actor == null) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST,
          "Sign in, or send an id of your own making as " + Protocol.GUEST_HEADER + ".");
    }
    int accepted = interactions.record(actor, request.body(Interaction[].class));
    return Response.accepted(Map.of("accepted", accepted));
  }

  private Response forYou(Request request) {
    return own(recommendations.forYou(actor(request), request.limit()), request);
  }

  private Response trending(Request request) {
    return own(recommendations.trending(actor(request), request.limit()), request);
  }

  private Response similar(Request request) {
    return own(
        recommendations.similar(actor(request), productId(request), request.limit()), request);
  }

  private Response together(Request request) {
    return own(
        recommendations.together(actor(request), productId(request), request.limit()), request);
  }

  private static Response own(Recommendations items, Request request) {
    return Response.ok(items).withHeader("Cache-Control", "private, no-cache").revalidated(request);
  }

  private static String productId(Request request) {
    String id = request.query("productId");
    if (id == null) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "productId is missing.");
    }
    return id;
  }

  private static @Nullable Actor actor(Request request) {
    return Actor.of(request.optionalPrincipal(), request.guestId());
  }
}

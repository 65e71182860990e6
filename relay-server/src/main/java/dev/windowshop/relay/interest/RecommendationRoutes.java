package dev.windowshop.relay.interest;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.store.Actor;
import org.jspecify.annotations.Nullable;

/// Shelves, each item with its reason.
final class RecommendationRoutes {
  private static final String RECOMMENDATIONS = Protocol.API + "/recommendations";

  private final RecommendationService recommendations;

  RecommendationRoutes(RecommendationService recommendations) {
    this.recommendations = recommendations;
  }

  void register(HttpApi api) {
    api.get(RECOMMENDATIONS + "/for-you", Access.PUBLIC, this::forYou);
    api.get(RECOMMENDATIONS + "/trending", Access.PUBLIC, this::trending);
    api.get(RECOMMENDATIONS + "/similar", Access.PUBLIC, this::similar);
    api.get(RECOMMENDATIONS + "/together", Access.PUBLIC, this::together);
  }

  private Response forYou(Request request) {
    request.count(Limit.RECOMMENDATIONS);
    return own(recommendations.forYou(actor(request), request.limit()), request);
  }

  private Response trending(Request request) {
    request.count(Limit.RECOMMENDATIONS);
    return own(recommendations.trending(actor(request), request.limit()), request);
  }

  private Response similar(Request request) {
    request.count(Limit.RECOMMENDATIONS);
    return own(
        recommendations.similar(actor(request), productId(request), request.limit()), request);
  }

  private Response together(Request request) {
    request.count(Limit.RECOMMENDATIONS);
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

package dev.windowshop.relay.interest;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.recommend.Taste;
import dev.windowshop.relay.store.Actor;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Shelves, each item with its reason.
final class RecommendationRoutes {
  private static final String RECOMMENDATIONS = Protocol.API + "/recommendations";
  private static final int MOST_NAMED = 100;
  private static final int TEXT_LENGTH = 4_000;

  private final RecommendationService recommendations;

  RecommendationRoutes(RecommendationService recommendations) {
    this.recommendations = recommendations;
  }

  void register(HttpApi api) {
    api.get(RECOMMENDATIONS + "/for-you", Access.PUBLIC, this::forYou);
    api.get(RECOMMENDATIONS + "/trending", Access.PUBLIC, this::trending);
    api.get(RECOMMENDATIONS + "/new", Access.PUBLIC, this::fresh);
    api.get(RECOMMENDATIONS + "/similar", Access.PUBLIC, this::similar);
    api.get(RECOMMENDATIONS + "/together", Access.PUBLIC, this::together);
    api.get(RECOMMENDATIONS + "/because", Access.PUBLIC, this::because);
    api.get(RECOMMENDATIONS + "/from-cart", Access.PUBLIC, this::fromCart);
    api.get(RECOMMENDATIONS + "/group", Access.USER, this::group);
    api.get(RECOMMENDATIONS + "/call", Access.USER, this::call);
  }

  private Response forYou(Request request) {
    return own(recommendations.forYou(actor(request), query(request, "for-you")), request);
  }

  private Response trending(Request request) {
    return own(recommendations.trending(actor(request), query(request, "trending")), request);
  }

  private Response fresh(Request request) {
    return own(recommendations.fresh(actor(request), query(request, "new")), request);
  }

  private Response similar(Request request) {
    String of = required(request, "productId");
    return own(
        recommendations.similar(actor(request), of, query(request, "similar " + of)), request);
  }

  private Response together(Request request) {
    String of = required(request, "productId");
    return own(
        recommendations.together(actor(request), of, query(request, "together " + of)), request);
  }

  private Response because(Request request) {
    String of = request.query("productId");
    return own(
        recommendations.because(actor(request), of, query(request, "because " + of)), request);
  }

  private Response fromCart(Request request) {
    Principal principal = request.optionalPrincipal();
    return own(
        recommendations.fromCart(
            actor(request),
            principal == null ? null : principal.userId(),
            list(request, "productIds"),
            query(request, "from-cart")),
        request);
  }

  private Response group(Request request) {
    String of = required(request, "conversationId");
    return own(
        recommendations.group(request.principal().userId(), of, query(request, "group " + of)),
        request);
  }

  private Response call(Request request) {
    String of = required(request, "callId");
    return own(
        recommendations.call(request.principal().userId(), of, query(request, "call " + of)),
        request);
  }

  private static Response own(Recommendations items, Request request) {
    return Response.ok(items).withHeader("Cache-Control", "private, no-cache").revalidated(request);
  }

  private static ShelfQuery query(Request request, String shelf) {
    request.count(Limit.RECOMMENDATIONS);
    Long min = price(request, "minPrice");
    Long max = price(request, "maxPrice");
    return new ShelfQuery(
            request.limit(),
            List.of(),
            text(request, "category"),
            min,
            max,
            Boolean.TRUE.equals(request.queryBoolean("inStock")),
            taste(request))
        .at(request.query("cursor"), shelf);
  }

  /// What a guest likes is kept by the guest, and sent along.
  private static Taste taste(Request request) {
    Set<String> categories = list(request, "likes");
    Set<String> brands = list(request, "likeBrands");
    Long min = price(request, "likeMinPrice");
    Long max = price(request, "likeMaxPrice");
    return categories.isEmpty() && brands.isEmpty() && min == null && max == null
        ? Taste.UNKNOWN
        : new Taste(categories, brands, min == null ? 0 : min, max == null ? Long.MAX_VALUE : max);
  }

  /// Texts between commas.
  private static Set<String> list(Request request, String name) {
    String text = text(request, name);
    if (text == null) {
      return Set.of();
    }
    Set<String> found = new LinkedHashSet<>();
    Arrays.stream(text.split(",", -1)).map(String::strip).forEach(found::add);
    found.remove("");
    if (found.size() > MOST_NAMED) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, name + " may name " + MOST_NAMED + " at most.");
    }
    return found;
  }

  private static @Nullable String text(Request request, String name) {
    String text = request.query(name);
    if (text != null && text.length() > TEXT_LENGTH) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, name + " may have " + TEXT_LENGTH + " characters at most.");
    }
    return text;
  }

  private static @Nullable Long price(Request request, String name) {
    Long price = request.queryLong(name);
    if (price != null && price < 0) {
      throw new ProblemException(ProblemType.BAD_REQUEST, name + " must not be negative.");
    }
    return price;
  }

  private static String required(Request request, String name) {
    String id = request.query(name);
    if (id == null) {
      throw new ProblemException(ProblemType.BAD_REQUEST, name + " is missing.");
    }
    return id;
  }

  private static @Nullable Actor actor(Request request) {
    return Actor.of(request.optionalPrincipal(), request.guestId());
  }
}

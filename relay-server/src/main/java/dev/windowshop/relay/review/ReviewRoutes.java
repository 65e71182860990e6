package dev.windowshop.relay.review;

import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.Review;
import dev.windowshop.protocol.ReviewPage;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;
import java.util.List;
import java.util.Locale;

/// Reviews of a product.
final class ReviewRoutes {
  private static final String ROOT = Protocol.API + "/products/:product/reviews";

  private final ReviewService reviews;

  ReviewRoutes(ReviewService reviews) {
    this.reviews = reviews;
  }

  void register(HttpApi api) {
    api.get(ROOT, Access.PUBLIC, this::list);
    api.post(ROOT, Access.USER, this::write);
    api.patch(ROOT + "/:review", Access.USER, this::edit);
    api.delete(ROOT + "/:review", Access.USER, this::delete);
    api.put(ROOT + "/:review/helpful", Access.USER, request -> vote(request, true));
    api.delete(ROOT + "/:review/helpful", Access.USER, request -> vote(request, false));
  }

  private Response list(Request request) {
    int limit = request.limit();
    ReviewRepository.Wanted wanted = wanted(request);
    List<String> place = Cursor.parse(request.query("cursor"), 3);
    if (place != null && !place.get(0).equals(wanted.order().name())) {
      throw Cursor.bad();
    }
    Principal principal = request.optionalPrincipal();
    ReviewService.Read read =
        reviews.read(
            request.pathId("product"),
            principal == null ? null : principal.userId(),
            wanted,
            place == null ? null : place(place),
            limit + 1);
    boolean more = read.found().size() > limit;
    List<ReviewRepository.Found> shown = more ? read.found().subList(0, limit) : read.found();
    ReviewRepository.Found last = more ? shown.getLast() : null;
    return Response.ok(
            new ReviewPage(
                shown.stream().map(ReviewRepository.Found::review).toList(),
                last == null
                    ? null
                    : Cursor.of(
                        wanted.order().name(), Long.toString(last.key()), last.review().id()),
                read.summary(),
                read.mine()))
        .revalidated(request);
  }

  private static ReviewRepository.Wanted wanted(Request request) {
    Long stars = request.queryLong("stars");
    if (stars != null && (stars < 1 || stars > 5)) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "stars must be between 1 and 5.");
    }
    return new ReviewRepository.Wanted(
        order(request.query("sort")),
        stars == null ? null : stars.intValue(),
        Boolean.TRUE.equals(request.queryBoolean("verified")),
        Boolean.TRUE.equals(request.queryBoolean("photos")));
  }

  private static ReviewRepository.Order order(@org.jspecify.annotations.Nullable String asked) {
    if (asked == null) {
      return ReviewRepository.Order.NEWEST;
    }
    for (ReviewRepository.Order order : ReviewRepository.Order.values()) {
      if (order.name().toLowerCase(Locale.ROOT).equals(asked)) {
        return order;
      }
    }
    throw new ProblemException(
        ProblemType.BAD_REQUEST, "sort must be newest, helpful, highest or lowest.");
  }

  private static ReviewRepository.Place place(List<String> parts) {
    try {
      return new ReviewRepository.Place(Long.parseLong(parts.get(1)), parts.get(2));
    } catch (NumberFormatException e) {
      throw Cursor.bad();
    }
  }

  private Response write(Request request) {
    request.count(Limit.REVIEWS);
    return Response.created(
        reviews.write(
            request.principal().userId(),
            request.pathId("product"),
            request.body(Review.Write.class)));
  }

  private Response edit(Request request) {
    request.count(Limit.REVIEWS);
    return Response.ok(
        reviews.edit(
            request.principal().userId(),
            request.pathId("product"),
            request.pathId("review"),
            request.body(Review.Write.class)));
  }

  private Response delete(Request request) {
    reviews.delete(
        request.principal().userId(), request.pathId("product"), request.pathId("review"));
    return Response.noContent();
  }

  private Response vote(Request request, boolean helpful) {
    return Response.ok(
        reviews.vote(
            request.principal().userId(),
            request.pathId("product"),
            request.pathId("review"),
            helpful));
  }
}

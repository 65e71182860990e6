package dev.windowshop.relay.store;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ProductSort;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.search.Asked;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Products, categories, shops and reviews: for everybody, revalidated by ETag.
final class CatalogueRoutes {
  private static final int QUERY_LENGTH = 200;
  private static final int MOST_VALUES = 50;

  private final CatalogueService catalogue;

  CatalogueRoutes(CatalogueService catalogue) {
    this.catalogue = catalogue;
  }

  void register(HttpApi api) {
    api.get(Protocol.API + "/products", Access.PUBLIC, this::products);
    api.get(Protocol.API + "/products/:product", Access.PUBLIC, this::product);
    api.get(Protocol.API + "/categories", Access.PUBLIC, this::categories);
  }

  private Response products(Request request) {
    String text = text(request, "q");
    if (text != null) {
      request.count(Limit.SEARCHES);
    }
    Catalogue shown = catalogue.catalogue();
    List<String> categories = texts(request, "category");
    Asked asked =
        new Asked(
            text,
            categories.isEmpty() ? null : within(shown, categories),
            Asked.folded(texts(request, "brand")),
            options(request),
            text(request, "shop"),
            price(request, "minPrice"),
            price(request, "maxPrice"),
            rating(request),
            Boolean.TRUE.equals(request.queryBoolean("inStock")),
            Boolean.TRUE.equals(request.queryBoolean("onSale")),
            sort(request, text));
    return Response.ok(new ProductQuery(asked).run(shown, request.limit(), request.query("cursor")))
        .revalidated(request);
  }

  private static Set<String> within(Catalogue catalogue, List<String> named) {
    Set<String> ids = new HashSet<>();
    named.forEach(name -> ids.addAll(catalogue.categoriesNamed(name)));
    return catalogue.within(ids);
  }

  private static Map<String, Set<String>> options(Request request) {
    List<String> written = texts(request, "option");
    for (String one : written) {
      int colon = one.indexOf(':');
      if (colon < 1 || colon == one.length() - 1) {
        throw new ProblemException(
            ProblemType.BAD_REQUEST, "option must be a name and a value, like Colour:Red.");
      }
    }
    return Asked.options(written);
  }

  private static double rating(Request request) {
    Long asked = request.queryLong("minRating");
    if (asked != null && (asked < 0 || asked > 5)) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "minRating must be between 0 and 5.");
    }
    return asked == null ? 0 : asked;
  }

  private static List<String> texts(Request request, String name) {
    List<String> texts =
        request.queries(name).stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    if (texts.size() > MOST_VALUES || texts.stream().anyMatch(one -> one.length() > QUERY_LENGTH)) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST,
          name
              + " may be given "
              + MOST_VALUES
              + " times, with "
              + QUERY_LENGTH
              + " characters at most.");
    }
    return texts;
  }

  private static ProductSort sort(Request request, @Nullable String text) {
    String asked = request.query("sort");
    ProductSort sort = asked == null ? ProductSort.RELEVANCE : ProductSort.ofWire(asked);
    return sort == ProductSort.RELEVANCE && text == null ? ProductSort.POPULARITY : sort;
  }

  private static @Nullable String text(Request request, String name) {
    String text = request.query(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > QUERY_LENGTH) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, name + " may have " + QUERY_LENGTH + " characters at most.");
    }
    return text.strip();
  }

  private static @Nullable Long price(Request request, String name) {
    Long price = request.queryLong(name);
    if (price != null && price < 0) {
      throw new ProblemException(ProblemType.BAD_REQUEST, name + " must not be negative.");
    }
    return price;
  }

  private Response product(Request request) {
    return Response.ok(catalogue.product(request.pathId("product"))).revalidated(request);
  }

  private Response categories(Request request) {
    int limit = request.limit();
    List<String> place = Cursor.parse(request.query("cursor"), 1);
    List<Category> all = catalogue.catalogue().categories();
    int from = 0;
    if (place != null) {
      List<String> ids = all.stream().map(Category::id).toList();
      from = ids.indexOf(place.getFirst()) + 1;
      if (from == 0) {
        throw Cursor.bad();
      }
    }
    int to = Math.min(all.size(), from + limit);
    String next = to < all.size() ? Cursor.of(all.get(to - 1).id()) : null;
    return Response.ok(new Page<>(all.subList(from, to), next)).revalidated(request);
  }
}

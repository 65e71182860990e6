package dev.windowshop.relay.sell;

import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.protocol.SellerProduct.StockLevel;
import dev.windowshop.protocol.ShopProfile;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.http.TemporaryFile;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.store.csv.Generation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shops, and what their owners do with them.
final class SellerRoutes {
  private static final int LOW = 5;

  private final ShopService shops;
  private final ShopFiles files;
  private final ProductEditor editor;
  private final StockService stock;

  SellerRoutes(ShopService shops, ShopFiles files, ProductEditor editor, StockService stock) {
    this.shops = shops;
    this.files = files;
    this.editor = editor;
    this.stock = stock;
  }

  void register(HttpApi api) {
    api.get(Protocol.API + "/shops/:shop", Access.PUBLIC, this::shop);
    api.post(Protocol.API + "/shops", Access.USER, this::openShop);
    api.patch(Protocol.API + "/shops/:shop", Access.USER, this::editShop);
    api.get(Protocol.API + "/me/shop", Access.USER, this::myShop);
    api.postStream(Protocol.API + "/me/shop/import", Access.USER, this::take);
    api.get(Protocol.API + "/me/shop/export", Access.USER, this::give);
    api.get(Protocol.API + "/me/shop/products", Access.USER, this::list);
    api.get(Protocol.API + "/me/shop/products/:product", Access.USER, this::one);
    api.get(Protocol.API + "/me/shop/low-stock", Access.USER, this::low);
    api.get(Protocol.API + "/me/shop/quick-replies", Access.USER, this::replies);
    api.put(Protocol.API + "/me/shop/quick-replies", Access.USER, this::putReplies);
    api.post(Protocol.API + "/products", Access.USER, this::create);
    api.put(Protocol.API + "/products/:product", Access.USER, request -> edit(request, true));
    api.patch(Protocol.API + "/products/:product", Access.USER, request -> edit(request, false));
    api.delete(Protocol.API + "/products/:product", Access.USER, this::delete);
    api.post(Protocol.API + "/products/:product/stock", Access.USER, this::adjust);
  }

  private Response shop(Request request) {
    return Response.ok(shops.shop(request.pathId("shop"))).revalidated(request);
  }

  private Response myShop(Request request) {
    return versioned(shops.mine(request.principal().userId()));
  }

  private Response openShop(Request request) {
    ShopProfile shop =
        shops.create(request.principal().userId(), request.body(ShopProfile.Edit.class));
    return new Response(201, shop, Map.of("ETag", "\"" + shop.version() + "\""));
  }

  private Response editShop(Request request) {
    ShopProfile.Edit edit = request.body(ShopProfile.Edit.class);
    return versioned(
        shops.edit(
            request.principal().userId(),
            request.pathId("shop"),
            edit,
            version(request, edit.version())));
  }

  private Response take(Request request) {
    request.count(Limit.UPLOADS);
    return Response.ok(
        files.take(
            request.principal().userId(),
            request.bodyStream(),
            Boolean.TRUE.equals(request.queryBoolean("dryRun"))));
  }

  private Response give(Request request) {
    request.count(Limit.UPLOADS);
    Generation generation =
        switch (String.valueOf(request.query("columns"))) {
          case "null", "current" -> Generation.CURRENT;
          case "classic" -> Generation.CLASSIC;
          default ->
              throw new ProblemException(
                  ProblemType.BAD_REQUEST, "columns must be current or classic.");
        };
    return new Response(
        200,
        new TemporaryFile(files.give(request.principal().userId(), generation, request.origin())),
        Map.of(
            "Content-Type", "text/csv; charset=utf-8",
            "Content-Disposition", "attachment; filename=\"products.csv\"",
            "Cache-Control", "no-store"));
  }

  private Response replies(Request request) {
    return Response.ok(
        new ShopProfile.QuickReplies(shops.quickReplies(request.principal().userId())));
  }

  private Response putReplies(Request request) {
    return Response.ok(
        new ShopProfile.QuickReplies(
            shops.putQuickReplies(
                request.principal().userId(),
                request.body(ShopProfile.QuickReplies.class).items())));
  }

  private Response list(Request request) {
    int limit = request.limit();
    List<String> place = Cursor.parse(request.query("cursor"), 1);
    List<SellerProduct> found =
        stock.list(
            request.principal().userId(),
            request.query("q"),
            status(request.query("status")),
            place == null ? null : Cursor.id(place.getFirst()),
            limit + 1);
    boolean more = found.size() > limit;
    List<SellerProduct> items = more ? found.subList(0, limit) : found;
    return Response.ok(new Page<>(items, more ? Cursor.of(items.getLast().product().id()) : null));
  }

  private static SellerProduct.@Nullable Status status(@Nullable String asked) {
    if (asked == null) {
      return null;
    }
    return switch (asked.toLowerCase(Locale.ROOT)) {
      case "draft" -> SellerProduct.Status.DRAFT;
      case "published" -> SellerProduct.Status.PUBLISHED;
      case "archived" -> SellerProduct.Status.ARCHIVED;
      default ->
          throw new ProblemException(
              ProblemType.BAD_REQUEST, "status must be draft, published or archived.");
    };
  }

  private Response one(Request request) {
    return versioned(stock.one(request.principal().userId(), request.pathId("product")));
  }

  private Response low(Request request) {
    int limit = request.limit();
    Long at = request.queryLong("at");
    if (at != null && (at < 0 || at > 1_000_000)) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "at must be between 0 and 1000000.");
    }
    List<String> place = Cursor.parse(request.query("cursor"), 2);
    List<StockLevel> found =
        stock.low(
            request.principal().userId(),
            at == null ? LOW : at.intValue(),
            place == null ? null : lowPlace(place),
            limit + 1);
    boolean more = found.size() > limit;
    List<StockLevel> items = more ? found.subList(0, limit) : found;
    StockLevel last = more ? items.getLast() : null;
    return Response.ok(
        new Page<>(
            items,
            last == null ? null : Cursor.of(Integer.toString(last.stock()), last.variantId())));
  }

  private static SellerProductRepository.LowPlace lowPlace(List<String> parts) {
    try {
      return new SellerProductRepository.LowPlace(Integer.parseInt(parts.get(0)), parts.get(1));
    } catch (NumberFormatException e) {
      throw Cursor.bad();
    }
  }

  private Response create(Request request) {
    request.count(Limit.PRODUCT_EDITS);
    SellerProduct made =
        editor.create(request.principal().userId(), request.body(SellerProduct.Edit.class));
    return new Response(201, made, Map.of("ETag", "\"" + made.version() + "\""));
  }

  private Response edit(Request request, boolean whole) {
    request.count(Limit.PRODUCT_EDITS);
    SellerProduct.Edit edit = request.body(SellerProduct.Edit.class);
    return versioned(
        editor.edit(
            request.principal().userId(),
            request.pathId("product"),
            edit,
            version(request, edit.version()),
            whole));
  }

  private Response delete(Request request) {
    editor.delete(request.principal().userId(), request.pathId("product"));
    return Response.noContent();
  }

  private Response adjust(Request request) {
    request.count(Limit.PRODUCT_EDITS);
    return versioned(
        stock.adjust(
            request.principal().userId(),
            request.pathId("product"),
            request.body(SellerProduct.StockEdit.class)));
  }

  /// From the header, as HTTP has it, else from the body.
  private static @Nullable Long version(Request request, @Nullable Long inBody) {
    String header = request.header("If-Match");
    if (header == null) {
      return inBody;
    }
    String text = header.strip().replaceAll("^(W/)?\"|\"$", "");
    if (!text.matches("\\d{1,18}")) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST, "If-Match must be the version, like \"7\".");
    }
    return Long.valueOf(text);
  }

  private static Response versioned(SellerProduct product) {
    return Response.ok(product).withHeader("ETag", "\"" + product.version() + "\"");
  }

  private static Response versioned(ShopProfile shop) {
    return Response.ok(shop).withHeader("ETag", "\"" + shop.version() + "\"");
  }
}

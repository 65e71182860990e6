package dev.windowshop.relay.order;

import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.Transaction;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import dev.windowshop.relay.limit.Limit;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Checkout, orders and transactions.
final class OrderRoutes {
  private static final String ORDERS = Protocol.API + "/orders";
  private static final String ORDER = ORDERS + "/:order";

  private final CheckoutService checkouts;
  private final OrderService orders;
  private final Set<String> providers;

  OrderRoutes(CheckoutService checkouts, OrderService orders, Set<String> providers) {
    this.checkouts = checkouts;
    this.orders = orders;
    this.providers = providers;
  }

  void register(HttpApi api) {
    api.get(Protocol.API + "/checkout", Access.PUBLIC, this::options);
    api.postKeyed(Protocol.API + "/checkout", Access.USER, this::checkout);
    api.get(ORDERS, Access.USER, this::list);
    api.get(ORDER, Access.USER, this::order);
    api.post(ORDER + "/payments", Access.USER, this::pay);
    api.post(ORDER + "/cancel", Access.USER, this::cancel);
    api.post(ORDER + "/returns", Access.USER, this::askToReturn);
    api.postKeyed(ORDER + "/refunds", Access.USER, this::refund);
    api.patch(ORDER + "/fulfilments/:shop", Access.USER, this::fulfil);
    api.get(Protocol.API + "/transactions", Access.USER, this::transactions);
  }

  /// What a checkout may say.
  private Response options(Request request) {
    return Response.ok(orders.options(providers)).revalidated(request);
  }

  private Response checkout(Request request) {
    request.count(Limit.CHECKOUTS);
    String user = request.principal().userId();
    return request.once(
        id -> Response.created(checkouts.checkout(user, id, request.body(Order.Checkout.class))));
  }

  private Response pay(Request request) {
    request.count(Limit.CHECKOUTS);
    return Response.ok(
        checkouts.payAgain(
            request.principal().userId(), request.pathId("order"), request.body(Order.Pay.class)));
  }

  private Response refund(Request request) {
    String user = request.principal().userId();
    String order = request.pathId("order");
    return request.once(
        id -> Response.created(orders.refund(user, order, request.body(Order.Refund.class), id)));
  }

  private Response list(Request request) {
    String user = request.principal().userId();
    boolean seller = "seller".equals(request.query("as"));
    BiFunction<@Nullable String, Integer, List<Order>> list =
        (before, limit) ->
            seller ? orders.sold(user, before, limit) : orders.bought(user, before, limit);
    return Response.ok(page(request, list, Order::id));
  }

  private Response order(Request request) {
    return Response.ok(orders.order(request.principal().userId(), request.pathId("order")));
  }

  private Response cancel(Request request) {
    return Response.ok(
        orders.cancel(request.principal().userId(), request.pathId("order"), note(request)));
  }

  private Response askToReturn(Request request) {
    return Response.ok(
        orders.askToReturn(
            request.principal().userId(),
            request.pathId("order"),
            request.query("shopId"),
            note(request)));
  }

  private Response fulfil(Request request) {
    return Response.ok(
        orders.fulfil(
            request.principal().userId(),
            request.pathId("order"),
            request.pathId("shop"),
            request.body(Order.Fulfil.class)));
  }

  private Response transactions(Request request) {
    String user = request.principal().userId();
    return Response.ok(
        page(
            request, (before, limit) -> orders.transactions(user, before, limit), Transaction::id));
  }

  private static <T> Page<T> page(
      Request request,
      BiFunction<@Nullable String, Integer, List<T>> list,
      Function<T, String> idOf) {
    int limit = request.limit();
    List<String> place = Cursor.parse(request.query("cursor"), 1);
    List<T> found = list.apply(place == null ? null : Cursor.id(place.getFirst()), limit + 1);
    boolean more = found.size() > limit;
    List<T> items = more ? found.subList(0, limit) : found;
    return new Page<>(items, more ? Cursor.of(idOf.apply(items.getLast())) : null);
  }

  private static @Nullable String note(Request request) {
    return request.bodyBytes().length == 0 ? null : request.body(Order.Note.class).note();
  }
}

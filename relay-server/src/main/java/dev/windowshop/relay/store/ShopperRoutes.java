package dev.windowshop.relay.store;

import dev.windowshop.protocol.Cart;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;

/// What a shopper means to buy.
final class ShopperRoutes {
  private final CartService carts;

  ShopperRoutes(CartService carts) {
    this.carts = carts;
  }

  void register(HttpApi api) {
    api.get(Protocol.API + "/cart", Access.USER, this::cart);
    api.put(Protocol.API + "/cart", Access.USER, this::replaceCart);
    api.post(Protocol.API + "/me/merge", Access.USER, this::merge);
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
}

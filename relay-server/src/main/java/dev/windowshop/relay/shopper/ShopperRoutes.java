package dev.windowshop.relay.shopper;

import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.SavedAddress;
import dev.windowshop.protocol.WishlistItem;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.Cursor;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import java.util.List;

/// One's own wishlist and address book.
final class ShopperRoutes {
  private static final String WISHES = Protocol.API + "/me/wishlist";
  private static final String ADDRESSES = Protocol.API + "/me/addresses";

  private final WishService wishes;
  private final AddressService addresses;

  ShopperRoutes(WishService wishes, AddressService addresses) {
    this.wishes = wishes;
    this.addresses = addresses;
  }

  void register(HttpApi api) {
    api.get(WISHES, Access.USER, this::wishes);
    api.put(WISHES + "/:product", Access.USER, this::wish);
    api.delete(WISHES + "/:product", Access.USER, this::unwish);
    api.get(ADDRESSES, Access.USER, this::addresses);
    api.post(ADDRESSES, Access.USER, this::addAddress);
    api.put(ADDRESSES + "/:address", Access.USER, this::putAddress);
    api.delete(ADDRESSES + "/:address", Access.USER, this::deleteAddress);
  }

  private Response wishes(Request request) {
    int limit = request.limit();
    List<String> place = Cursor.parse(request.query("cursor"), 2);
    List<WishlistItem> found =
        wishes.list(request.principal().userId(), place == null ? null : place(place), limit + 1);
    boolean more = found.size() > limit;
    List<WishlistItem> items = more ? found.subList(0, limit) : found;
    WishlistItem last = more ? items.getLast() : null;
    return Response.ok(
        new Page<>(
            items,
            last == null
                ? null
                : Cursor.of(Long.toString(last.addedAt().toEpochMilli()), last.product().id())));
  }

  private static WishRepository.Place place(List<String> parts) {
    try {
      return new WishRepository.Place(Long.parseLong(parts.get(0)), parts.get(1));
    } catch (NumberFormatException e) {
      throw Cursor.bad();
    }
  }

  private Response wish(Request request) {
    wishes.add(request.principal().userId(), request.pathId("product"));
    return Response.noContent();
  }

  private Response unwish(Request request) {
    wishes.remove(request.principal().userId(), request.pathId("product"));
    return Response.noContent();
  }

  private Response addresses(Request request) {
    return Response.ok(request.part(addresses.list(request.principal().userId())));
  }

  private Response addAddress(Request request) {
    return Response.created(
        addresses.add(request.principal().userId(), request.body(SavedAddress.Edit.class)));
  }

  private Response putAddress(Request request) {
    return Response.ok(
        addresses.put(
            request.principal().userId(),
            request.pathId("address"),
            request.body(SavedAddress.Edit.class)));
  }

  private Response deleteAddress(Request request) {
    addresses.delete(request.principal().userId(), request.pathId("address"));
    return Response.noContent();
  }
}

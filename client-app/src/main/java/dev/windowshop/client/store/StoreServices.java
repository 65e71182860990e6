package dev.windowshop.client.store;

import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Interaction;
import java.nio.file.Path;

/// The store's services, wired.
public record StoreServices(
    CatalogService catalog,
    CartService cart,
    WishService wishes,
    Reviews reviews,
    ImageService images) {
  private static final long PICTURES = 256L * 1024 * 1024;

  public static StoreServices of(
      ClientDatabase database,
      RelayClient relay,
      SocketClient socket,
      AccountService account,
      Workers workers,
      Path pictures) {
    DocumentStore documents = new DocumentStore(database);
    ProductStore products = new ProductStore(database);
    InteractionService interactions =
        new InteractionService(
            new InterestQueue(database),
            relay,
            socket,
            workers,
            () -> InterestService.actorOf(account));
    CatalogService catalog =
        new CatalogService(
            relay,
            socket,
            workers,
            products,
            documents,
            interactions,
            new InterestStore(database),
            account);
    CartService cart =
        new CartService(
            new CartStore(database),
            new CartSync(relay, account, documents, products, workers),
            product -> catalog.interacted(product, Interaction.Type.CART),
            catalog::look,
            account,
            socket,
            workers);
    catalog.onSeen(cart::seen);
    WishService wishes =
        new WishService(
            new WishStore(database), relay, socket, account, workers, catalog::interacted);
    return new StoreServices(
        catalog,
        cart,
        wishes,
        new ReviewService(
            relay,
            documents,
            workers,
            product -> catalog.interacted(product, Interaction.Type.REVIEW)),
        new ImageService(relay, workers, pictures, PICTURES));
  }
}

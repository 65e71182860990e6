package dev.windowshop.relay.store;

import dev.windowshop.protocol.Cart;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import dev.windowshop.relay.realtime.Commands;
import dev.windowshop.relay.realtime.SocketLifecycle;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;

/// The store, wired.
public final class StoreFeature implements SocketLifecycle, AutoCloseable {
  private static final int REFRESH_MILLIS = 300;
  private static final int TELL_MILLIS = 100;

  private final CatalogueService catalogue;
  private final MediaService media;
  private final ProductWatch watch;
  private final CatalogueRoutes catalogueRoutes;
  private final ShopperRoutes shopperRoutes;

  /// @param data the relay's data folder, under which pictures are kept
  public StoreFeature(
      Database database,
      ProductRepository products,
      String currency,
      Broadcaster broadcaster,
      Path data,
      Clock clock,
      GuestInterests interests,
      PersonalNews news) {
    this.catalogue = new CatalogueService(database, products, new CategoryRepository(), currency);
    this.media = new MediaService(MediaFolder.in(data), database, catalogue);
    this.watch = new ProductWatch(catalogue, broadcaster, System::nanoTime);
    this.catalogueRoutes = new CatalogueRoutes(catalogue);
    this.shopperRoutes =
        new ShopperRoutes(new CartService(database, catalogue, clock, interests, news));
  }

  public CatalogueService catalogue() {
    return catalogue;
  }

  public PersonalData personalData() {
    return new StoreData();
  }

  /// Variants in an account's cart.
  public List<String> cartVariants(Handle handle, String userId) {
    return new CartRepository()
        .cart(handle, userId).lines().stream().map(Cart.Line::variantId).toList();
  }

  public void routes(HttpApi api) {
    catalogueRoutes.register(api);
    shopperRoutes.register(api);
    new MediaRoutes(media).register(api);
  }

  public void commands(Commands commands) {
    watch.commands(commands);
  }

  @Override
  public void disconnected(ClientSocket socket, boolean last) {
    watch.disconnected(socket, last);
  }

  /// What it does in the background from now on.
  ///
  /// @param drawAhead whether pictures are drawn before anybody asks for them
  public void run(ScheduledExecutorService timer, boolean drawAhead) {
    timer.scheduleWithFixedDelay(
        catalogue::refresh, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    timer.scheduleWithFixedDelay(watch::tell, TELL_MILLIS, TELL_MILLIS, TimeUnit.MILLISECONDS);
    timer.schedule(() -> catalogue.catalogue().index(), 50, TimeUnit.MILLISECONDS);
    if (drawAhead) {
      Thread.ofPlatform()
          .daemon()
          .name("draw-ahead")
          .priority(Thread.MIN_PRIORITY)
          .start(media::drawAhead);
    }
  }

  @Override
  public void close() {
    media.close();
  }
}

package dev.windowshop.relay.offer;

import dev.windowshop.protocol.Offer;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.notification.Notifier;
import dev.windowshop.relay.notification.Told;
import dev.windowshop.relay.order.AgreedCheckout;
import dev.windowshop.relay.personal.PersonalData;
import dev.windowshop.relay.realtime.Broadcaster;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Offers, wired.
public final class OfferFeature {
  private static final Logger LOG = LoggerFactory.getLogger(OfferFeature.class);

  private final OfferNews news;
  private final OfferService offers;
  private final OfferRoutes routes;

  public OfferFeature(
      Database database,
      Broadcaster broadcaster,
      Notifier notifier,
      AgreedCheckout checkout,
      String currency,
      Clock clock) {
    OfferRepository rows = new OfferRepository(currency);
    this.news = new OfferNews(database, rows, broadcaster, clock);
    this.offers = new OfferService(database, rows, checkout, notifier, news, currency, clock);
    this.routes = new OfferRoutes(offers);
  }

  /// @param changed shows a message anew where the condition holds in the same unit of work
  public void messages(BiConsumer<String, Predicate<Handle>> changed) {
    news.messages(changed::accept);
  }

  /// Inside the unit of work that stores its message.
  ///
  /// @return its id
  public String make(
      Handle handle, String sellerId, String conversationId, String buyerId, Offer.Make asked) {
    return offers.make(handle, sellerId, conversationId, buyerId, asked);
  }

  /// Inside the same unit of work, when its message is there.
  public List<Told> sent(Handle handle, String id, String messageId, long seq) {
    return offers.sent(handle, id, messageId, seq);
  }

  public Map<String, Offer> cards(Handle handle, Set<String> ids) {
    return offers.cards(handle, ids);
  }

  /// Its message was taken back.
  public void gone(Handle handle, String id) {
    offers.gone(handle, id);
  }

  /// An order is given up unpaid. Inside the same unit of work.
  public void lapsed(Handle handle, String orderId) {
    offers.lapsed(handle, orderId);
  }

  public PersonalData personalData() {
    return new OfferData();
  }

  public void routes(HttpApi api) {
    routes.register(api);
  }

  /// What it does in the background from now on.
  public void run(ScheduledExecutorService timer) {
    timer.scheduleWithFixedDelay(
        () -> {
          try {
            news.tell();
          } catch (RuntimeException e) {
            LOG.warn("something about offers was put off to the next round", e);
          }
        },
        1,
        1,
        TimeUnit.SECONDS);
  }
}

package dev.windowshop.relay.offer;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Notification;
import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.Price;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.notification.Happening;
import dev.windowshop.relay.notification.Notifier;
import dev.windowshop.relay.notification.Told;
import dev.windowshop.relay.notification.Topic;
import dev.windowshop.relay.order.AgreedCheckout;
import dev.windowshop.relay.store.StockRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes offers and ends them. Thread-safe; blocks its caller.
final class OfferService {
  private static final int MOST_LINES = 20;
  private static final int MOST_OF_ONE = 999;
  private static final int LONGEST_NOTE = 500;
  private static final long DEAREST = 9_999_999_999L;
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Duration USUAL = Duration.ofDays(3);

  private final Database database;
  private final OfferRepository offers;
  private final StockRepository stock = new StockRepository();
  private final AgreedCheckout checkout;
  private final Notifier notifier;
  private final OfferNews news;
  private final String currency;
  private final Clock clock;

  OfferService(
      Database database,
      OfferRepository offers,
      AgreedCheckout checkout,
      Notifier notifier,
      OfferNews news,
      String currency,
      Clock clock) {
    this.database = database;
    this.offers = offers;
    this.checkout = checkout;
    this.notifier = notifier;
    this.news = news;
    this.currency = currency;
    this.clock = clock;
  }

  /// Inside the unit of work that stores its message.
  ///
  /// @return its id
  /// @throws ProblemException 422 for what can't be offered
  String make(
      Handle handle, String sellerId, String conversationId, String buyerId, Offer.Make asked) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Offer.MakeLine> lines = lines(asked.lines());
    Map<String, StockRepository.Offer> there =
        stock.lock(handle, lines.stream().map(Offer.MakeLine::variantId).toList());
    List<Offer.Line> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Offer.MakeLine line = lines.get(i);
      StockRepository.Offer sold = there.get(line.variantId());
      if (sold == null || !sold.sellerId().equals(sellerId)) {
        throw ProblemException.invalid(
            "metadata.lines[" + i + "].variantId", "is nothing that you have on sale");
      }
      kept.add(
          new Offer.Line(
              sold.variantId(),
              sold.productId(),
              sold.title(),
              sold.options(),
              sold.imageUrl(),
              line.quantity(),
              new Money(price(i, line.unitPrice()), currency),
              new Money(sold.price(), currency)));
    }
    StockRepository.Offer any = there.values().iterator().next();
    String id = Ids.newId();
    offers.insert(
        handle,
        new Offer(
            id,
            conversationId,
            any.shopId(),
            any.shopName(),
            sellerId,
            kept,
            new Money(0, currency),
            note(asked.note()),
            Offer.State.OPEN,
            null,
            buyerId,
            now.plus(life(asked.expiresInSeconds())),
            now,
            now));
    return id;
  }

  /// Its message is there: whoever it is for hears of it.
  List<Told> sent(Handle handle, String id, String messageId, long seq) {
    offers.setMessage(handle, id, messageId);
    Offer offer = find(handle, id);
    return ring(
        handle,
        offer,
        offer.buyerId(),
        offer.sellerId(),
        1,
        Notification.Target.message(offer.conversationId(), messageId, seq).withOffer(id));
  }

  /// As they are at this moment, by id.
  Map<String, Offer> cards(Handle handle, Set<String> ids) {
    return offers.byIds(handle, ids, clock.instant());
  }

  /// Its message was taken back.
  void gone(Handle handle, String id) {
    offers.end(handle, id, Offer.State.WITHDRAWN, null, clock.instant());
    // The conversation hears of the message, and a lapsed order doesn't bring it back.
    offers.tell(handle, id);
    offers.forgetMessage(handle, id);
  }

  /// Its order was not paid, and is given up in this unit of work.
  void lapsed(Handle handle, String orderId) {
    offers.reopen(handle, orderId, clock.instant());
  }

  /// @throws ProblemException 404 for anybody but its seller and whom it is for
  Offer offer(String userId, String id) {
    return database.read(handle -> seen(handle, userId, id));
  }

  /// The order of it, at its prices.
  ///
  /// @param requestId the same one never makes a second order
  /// @throws ProblemException 403 for anybody but whom it is for, 409 when it is open no more or
  ///   there is not enough left, 422 for what can't be read
  Order accept(String userId, String id, String requestId, Offer.Accept asked) {
    Offer offer = offer(userId, id);
    if (!userId.equals(offer.buyerId())) {
      throw ProblemException.forbidden("Only whom it is offered to can take it.");
    }
    Map<String, Long> prices = new LinkedHashMap<>();
    List<Order.CheckoutLine> lines = new ArrayList<>();
    for (Offer.Line line : offer.lines()) {
      prices.put(line.variantId(), line.unitPrice().amount());
      lines.add(new Order.CheckoutLine(line.variantId(), line.quantity(), null));
    }
    Order order =
        checkout.checkout(
            userId,
            requestId,
            new Order.Checkout(lines, asked.address(), asked.deliveryMethod(), asked.payment()),
            prices,
            (handle, orderId) -> {
              Instant now = clock.instant();
              offers.lock(handle, id);
              requireOpen(seen(handle, userId, id));
              offers.end(handle, id, Offer.State.ACCEPTED, orderId, now);
            });
    news.tell();
    return order;
  }

  /// By its seller.
  Offer withdraw(String userId, String id) {
    return end(userId, id, Offer.State.WITHDRAWN);
  }

  /// By whom it is for.
  Offer decline(String userId, String id) {
    return end(userId, id, Offer.State.DECLINED);
  }

  private Offer end(String userId, String id, Offer.State state) {
    boolean bySeller = state == Offer.State.WITHDRAWN;
    Offer ended =
        news.write(handle -> {
          offers.lock(handle, id);
          Offer offer = seen(handle, userId, id);
          if (!userId.equals(bySeller ? offer.sellerId() : offer.buyerId())) {
            throw ProblemException.forbidden(
                bySeller
                    ? "Only who made an offer withdraws it."
                    : "Only whom it is offered to declines it.");
          }
          if (offer.state() == state) {
            return new OfferNews.Ended(offer, List.of());
          }
          requireOpen(offer);
          offers.end(handle, id, state, null, clock.instant());
          Offer now = find(handle, id);
          return new OfferNews.Ended(
              now,
              ring(
                  handle,
                  now,
                  bySeller ? now.buyerId() : now.sellerId(),
                  userId,
                  2,
                  new Notification.Target(
                      now.conversationId(), null, null, null, null, null, id, null)));
        });
    news.tell();
    return ended;
  }

  private List<Told> ring(
      Handle handle,
      Offer offer,
      @Nullable String to,
      String actorId,
      long mark,
      Notification.Target target) {
    return to == null
        ? List.of()
        : notifier.raise(
            handle,
            List.of(to),
            new Happening(
                Notification.Kind.OFFER,
                Topic.OFFERS,
                "offer:" + offer.id(),
                mark,
                actorId,
                offer.state().name().toLowerCase(Locale.ROOT),
                offer.lines().getFirst().title(),
                target));
  }

  private Offer find(Handle handle, String id) {
    return offers
        .find(handle, id, clock.instant())
        .orElseThrow(() -> ProblemException.notFound("offer"));
  }

  private Offer seen(Handle handle, String userId, String id) {
    Offer offer = find(handle, id);
    if (!userId.equals(offer.sellerId()) && !userId.equals(offer.buyerId())) {
      throw ProblemException.notFound("offer");
    }
    return offer;
  }

  private static void requireOpen(Offer offer) {
    String why =
        switch (offer.state()) {
          case OPEN -> null;
          case ACCEPTED -> "This offer was taken already.";
          case DECLINED -> "This offer was declined.";
          case WITHDRAWN -> "The seller has withdrawn this offer.";
          case EXPIRED, UNKNOWN -> "This offer has expired. Ask the seller for another.";
        };
    if (why != null) {
      throw new ProblemException(ProblemType.CONFLICT, why);
    }
  }

  private static List<Offer.MakeLine> lines(@Nullable List<Offer.MakeLine> asked) {
    if (asked == null || asked.isEmpty() || asked.size() > MOST_LINES) {
      throw ProblemException.invalid("metadata.lines", "must be 1 to " + MOST_LINES);
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < asked.size(); i++) {
      Offer.MakeLine line = asked.get(i);
      String at = "metadata.lines[" + i + "]";
      if (line == null || line.variantId() == null || !Ids.isId(line.variantId())) {
        throw ProblemException.invalid(at + ".variantId", "is missing or not an id");
      }
      if (!seen.add(line.variantId())) {
        throw ProblemException.invalid(at + ".variantId", "is named twice");
      }
      if (line.quantity() < 1 || line.quantity() > MOST_OF_ONE) {
        throw ProblemException.invalid(at + ".quantity", "must be between 1 and " + MOST_OF_ONE);
      }
    }
    return asked;
  }

  private long price(int line, @Nullable Price asked) {
    String at = "metadata.lines[" + line + "].unitPrice";
    if (asked == null) {
      throw ProblemException.invalid(at, "is missing");
    }
    if (asked.currency() != null && !asked.currency().equals(currency)) {
      throw ProblemException.invalid(at, "must be in " + currency);
    }
    if (asked.amount() < 0 || asked.amount() > DEAREST) {
      throw ProblemException.invalid(at, "must be between 0 and " + DEAREST);
    }
    return asked.amount();
  }

  private static @Nullable String note(@Nullable String asked) {
    if (asked == null || asked.isBlank()) {
      return null;
    }
    String note = asked.strip();
    if (note.codePointCount(0, note.length()) > LONGEST_NOTE) {
      throw ProblemException.invalid(
          "metadata.note", "may have " + LONGEST_NOTE + " characters at most");
    }
    return note;
  }

  private static Duration life(@Nullable Long seconds) {
    if (seconds == null) {
      return USUAL;
    }
    if (seconds < SHORTEST.toSeconds() || seconds > LONGEST.toSeconds()) {
      throw ProblemException.invalid("metadata.expiresInSeconds", "must be an hour to 30 days");
    }
    return Duration.ofSeconds(seconds);
  }
}

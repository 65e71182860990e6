package dev.windowshop.relay.offer;

import dev.windowshop.protocol.Offer;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.notification.Told;
import dev.windowshop.relay.realtime.Broadcaster;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has conversations show what became of their offers. What is to be told is a row, so that a relay
/// that dies in between tells it when it is back. Thread-safe; blocks its caller.
final class OfferNews {
  private static final Logger LOG = LoggerFactory.getLogger(OfferNews.class);

  /// How an offer's message is shown anew: nothing happens when the condition is false, which is
  /// tried in the same unit of work.
  @FunctionalInterface
  interface Messages {
    void changed(String messageId, Predicate<Handle> condition);
  }

  /// @param told notifications
  record Ended(Offer offer, List<Told> told) {}

  private final Database database;
  private final OfferRepository offers;
  private final Broadcaster broadcaster;
  private final Clock clock;
  private final AtomicReference<@Nullable Messages> messages = new AtomicReference<>();

  OfferNews(Database database, OfferRepository offers, Broadcaster broadcaster, Clock clock) {
    this.database = database;
    this.offers = offers;
    this.broadcaster = broadcaster;
    this.clock = clock;
  }

  void messages(Messages those) {
    messages.set(those);
  }

  Offer write(Function<Handle, Ended> work) {
    return database
        .write(
            work,
            ended ->
                ended
                    .told()
                    .forEach(one -> broadcaster.toUsers(List.of(one.userId()), one.event())))
        .offer();
  }

  /// Ends what has expired, and tells what has not been told. Run every second, and when something
  /// happened.
  void tell() {
    Instant now = clock.instant();
    if (database.read(handle -> offers.anyDue(handle, now))) {
      database.write(handle -> offers.expire(handle, now));
    }
    for (OfferRepository.Untold one : database.read(offers::untold)) {
      try {
        Objects.requireNonNull(messages.get(), "offers are told before there is a chat")
            .changed(one.messageId(), handle -> offers.tell(handle, one.id()));
      } catch (RuntimeException e) {
        LOG.warn("what became of the offer {} is told later", one.id(), e);
      }
    }
  }
}

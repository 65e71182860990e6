package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Interaction;
import dev.windowshop.relay.recommend.Recommender;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What was bought, for recommendations: it is not shown again, and counts from the commit on. Of
/// who wants nothing remembered only the first is kept. Thread-safe.
public final class Purchases {
  /// What is to be learnt once it is committed.
  public record Made(String userId, List<Interaction> interactions) {
    public static final Made NOTHING = new Made("", List.of());
  }

  private final InteractionRepository interactions = new InteractionRepository();
  private final ForgottenRepository forgotten = new ForgottenRepository();
  private final EngineFeed engine;

  public Purchases(Recommender engine, Clock clock) {
    this.engine = new EngineFeed(engine, clock);
  }

  /// Inside the caller's unit of work.
  ///
  /// @param orderId the same order counts once
  public Made record(
      Handle handle, String userId, String orderId, List<String> productIds, Instant now) {
    if (forgotten.isPrivate(handle, userId)) {
      interactions.keepFromReturning(handle, userId, productIds);
      return Made.NOTHING;
    }
    List<Interaction> bought =
        productIds.stream()
            .map(id ->
                new Interaction(
                    UUID.nameUUIDFromBytes((orderId + id).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                    id,
                    Interaction.Type.PURCHASE,
                    now,
                    null))
            .toList();
    return new Made(userId, interactions.insert(handle, userId, bought));
  }

  /// After the commit.
  public void learn(Made made) {
    if (!made.interactions().isEmpty()) {
      engine.happened(made.userId(), made.interactions());
    }
  }
}

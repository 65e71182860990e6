package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Interaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// What was bought, for recommendations: it is not shown again. Stateless.
public final class Purchases {
  private final InteractionRepository interactions = new InteractionRepository();

  /// @param orderId the same order counts once
  public void record(
      Handle handle, String userId, String orderId, List<String> productIds, Instant now) {
    interactions.insert(
        handle,
        userId,
        productIds.stream()
            .map(id ->
                new Interaction(
                    UUID.nameUUIDFromBytes((orderId + id).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                    id,
                    Interaction.Type.PURCHASE,
                    now,
                    null))
            .toList());
  }
}

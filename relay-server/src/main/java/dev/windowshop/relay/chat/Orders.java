package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What conversations need to know of orders. Called inside units of work.
@FunctionalInterface
public interface Orders {
  /// For a relay without orders.
  Orders NONE = (_, _, _) -> Optional.empty();

  /// What a card shows of an order, for its buyer and its sellers; empty for everybody else.
  Optional<JsonNode> card(Handle handle, String userId, String orderId);
}

package dev.windowshop.relay.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Sync;
import org.jdbi.v3.core.Handle;

/// Keeps what is personal to a user where their devices find it when they sync.
@FunctionalInterface
public interface PersonalItems {
  /// Replaces the item of this kind. Called inside a unit of work.
  Sync.PersonalItem put(Handle handle, String userId, String kind, JsonNode value);
}

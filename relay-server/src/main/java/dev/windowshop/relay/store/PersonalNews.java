package dev.windowshop.relay.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Sync;
import dev.windowshop.relay.realtime.Broadcaster;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Tells somebody's other devices that something of theirs is to be fetched again. Thread-safe.
public final class PersonalNews {
  /// Where what is personal to a user is kept for their devices to find when they sync.
  @FunctionalInterface
  public interface Items {
    /// Inside a unit of work.
    Sync.PersonalItem put(Handle handle, String userId, String kind, JsonNode value);
  }

  private final Items items;
  private final Broadcaster broadcaster;

  public PersonalNews(Items items, Broadcaster broadcaster) {
    this.items = items;
    this.broadcaster = broadcaster;
  }

  /// Inside the unit of work that changed it.
  ///
  /// @param kind for example `cart`
  public Sync.PersonalItem changed(Handle handle, String userId, String kind) {
    return items.put(handle, userId, kind, Json.mapper().createObjectNode());
  }

  /// After that unit of work; does not block.
  public void tell(String userId, Sync.PersonalItem item) {
    broadcaster.toUsers(List.of(userId), new ServerEvent.PersonalChanged(item));
  }
}

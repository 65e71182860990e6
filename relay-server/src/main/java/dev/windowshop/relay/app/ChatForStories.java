package dev.windowshop.relay.app;

import dev.windowshop.relay.story.Acquaintances;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// What stories see of conversations.
record ChatForStories(dev.windowshop.relay.chat.Acquaintances known) implements Acquaintances {
  @Override
  public Set<String> of(Handle handle, String userId) {
    return known.of(handle, userId);
  }

  @Override
  public boolean are(Handle handle, String one, String other) {
    return known.are(handle, one, other);
  }
}

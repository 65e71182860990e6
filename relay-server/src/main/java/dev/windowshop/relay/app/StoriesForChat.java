package dev.windowshop.relay.app;

import dev.windowshop.protocol.Json;
import dev.windowshop.relay.chat.Stories;
import dev.windowshop.relay.story.StorySight;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What conversations see of stories.
record StoriesForChat(StorySight sight) implements Stories {
  @Override
  public Optional<Quoted> quote(Handle handle, String userId, String storyId) {
    return sight
        .quote(handle, userId, storyId)
        .map(quote -> new Quoted(quote.authorId(), Json.tree(quote)));
  }
}

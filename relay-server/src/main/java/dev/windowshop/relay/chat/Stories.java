package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What conversations need to know of stories. Called inside units of work.
public interface Stories {
  /// What an answer keeps of a story.
  ///
  /// @param card `{id, authorId, type, expiresAt}`
  record Quoted(String authorId, JsonNode card) {}

  /// @return nothing when there is none that this user sees
  Optional<Quoted> quote(Handle handle, String userId, String storyId);
}

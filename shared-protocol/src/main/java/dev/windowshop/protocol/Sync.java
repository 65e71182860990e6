package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `POST /sync`: what a client that was away has to fetch.
public final class Sync {
  private Sync() {}

  /// @param epoch null the first time
  /// @param conversations the client's change counter by conversation id
  /// @param me the client's counter of personal state
  public record Request(@Nullable String epoch, Map<String, Long> conversations, long me) {}

  /// @param ahead conversations known to the client that changed since
  /// @param added conversations new to the client (`new` on the wire)
  /// @param gone ids of those that the client's user is no longer in
  public record Answer(
      String epoch,
      List<Conversation> ahead,
      @JsonProperty("new") List<Conversation> added,
      List<String> gone,
      Personal me) {}

  /// Personal state after N, and the counter that it goes up to.
  ///
  /// @param scheduled ids of all scheduled messages that are not over, also of those that have not
  ///   changed: what a client has beside them is over; null from an older relay
  public record Personal(long change, List<PersonalItem> items, @Nullable List<String> scheduled) {}

  /// @param kind for example `read`, `mute`, `pin`, `archive`, `draft`, `hidden`, `scheduled`
  public record PersonalItem(
      long change, String kind, @Nullable String conversationId, JsonNode value) {}
}

package dev.windowshop.protocol;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// `GET /conversations/{id}/changes`: current states, ascending by change.
public record Changes(List<Item> items, long change, boolean more) {
  /// @param value a [Message], a [Participant] or a [Conversation], by kind
  public record Item(long change, Kind kind, JsonNode value) {}

  public enum Kind {
    @JsonProperty("message")
    MESSAGE,
    @JsonProperty("participant")
    PARTICIPANT,
    @JsonProperty("conversation")
    CONVERSATION,
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
  }
}

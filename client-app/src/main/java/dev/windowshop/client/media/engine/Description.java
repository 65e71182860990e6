package dev.windowshop.client.media.engine;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;

/// WebRTC's `RTCSessionDescriptionInit`.
record Description(Type type, String sdp) {
  enum Type {
    @JsonProperty("offer")
    OFFER,
    @JsonProperty("answer")
    ANSWER,
    @JsonProperty("pranswer")
    PRANSWER,
    @JsonProperty("rollback")
    ROLLBACK
  }

  /// @throws dev.windowshop.protocol.ProblemException when it is none
  static Description of(JsonNode json) {
    return Json.decode(json, Description.class);
  }

  JsonNode json() {
    return Json.tree(this);
  }

  /// The stream that the picture or sound with this `mid` belongs to; empty for none.
  static String stream(String sdp, String mid) {
    for (String section : sdp.split("(?m)^m=")) {
      if (section.lines().anyMatch(line -> line.equals("a=mid:" + mid))) {
        return section
            .lines()
            .filter(line -> line.startsWith("a=msid:"))
            .map(line -> line.substring("a=msid:".length()).split(" ")[0])
            .findFirst()
            .orElse("");
      }
    }
    return "";
  }
}

package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/// Tells a message that is sent again from another one under the same `clientId`: SHA-256 over the
/// conversation and the body, whatever the order of its fields.
final class BodyHash {
  private BodyHash() {}

  static String of(MessageWriter.Draft draft) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("conversationId", draft.conversationId());
    body.put("type", Columns.wire(draft.type()));
    body.put("content", draft.content());
    body.put("replyToId", draft.replyToId());
    if (!draft.attachmentIds().isEmpty()) {
      draft.attachmentIds().forEach(body.putArray("attachmentIds")::add);
    }
    if (draft.metadata() != null) {
      body.set("metadata", sorted(draft.metadata()));
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(Json.encode(body).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
      ObjectNode sorted = Json.mapper().createObjectNode();
      fields.forEach(sorted::set);
      return sorted;
    }
    if (node.isArray()) {
      ArrayNode sorted = Json.mapper().createArrayNode();
      node.forEach(item -> sorted.add(sorted(item)));
      return sorted;
    }
    return node;
  }
}

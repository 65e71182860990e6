package dev.windowshop.relay.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.ServerEvent;
import java.util.Map;
import java.util.TreeMap;

/// The AsyncAPI 3 document of the socket: commands and events from the code, payloads from the wire
/// records, words from `socket.yaml`. Used by one thread.
final class AsyncApiDocument {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final RecordSchemas schemas = new RecordSchemas("#/components/schemas/");
  private final ObjectNode written = Fragments.socket();
  private final ObjectNode messages = NODES.objectNode();
  private final ObjectNode channels = NODES.objectNode();
  private final ObjectNode operations = NODES.objectNode();

  static ObjectNode of(String version) {
    return new AsyncApiDocument().write(version);
  }

  private ObjectNode write(String version) {
    for (Command command : Command.values()) {
      command(command);
    }
    new TreeMap<>(ServerEvent.TYPES).forEach(this::event);
    ObjectNode document = NODES.objectNode().put("asyncapi", "3.0.0");
    document.set("info", written.path("info").deepCopy());
    ((ObjectNode) document.get("info")).put("version", version);
    document.put("defaultContentType", "application/json");
    document.set("servers", written.path("servers"));
    document.set("channels", channels);
    document.set("operations", operations);
    ObjectNode components = document.putObject("components");
    components.set("securitySchemes", written.path("securitySchemes"));
    schemas.of("Problem");
    components.set("messages", messages);
    ObjectNode named = components.putObject("schemas");
    new TreeMap<>(schemas.schemas()).forEach(named::set);
    return document;
  }

  private void command(Command command) {
    JsonNode words = written.path("commands").path(command.wire());
    message(command.wire(), words.path("summary").asText(), schemas.of(command.payload()));
    String answer = command.wire() + "_ack";
    message(answer, "How `" + command.wire() + "` was taken.", acknowledgement(words.path("ack")));
    channel(command.wire(), Map.of("command", command.wire(), "ack", answer));
    ObjectNode operation = operations.putObject(command.wire()).put("action", "receive");
    operation.set("channel", ref("#/channels/" + command.wire()));
    operation.put("summary", words.path("summary").asText());
    operation.putArray("messages").add(ref("#/channels/" + command.wire() + "/messages/command"));
    ObjectNode reply = operation.putObject("reply");
    reply.set("channel", ref("#/channels/" + command.wire()));
    reply.putArray("messages").add(ref("#/channels/" + command.wire() + "/messages/ack"));
  }

  /// `{ok:true, …}` with the fields that were written down, or `{ok:false, problem}`.
  private ObjectNode acknowledgement(JsonNode fields) {
    ObjectNode done = RecordSchemas.type("object");
    ObjectNode properties = done.putObject("properties");
    properties.putObject("ok").put("const", true);
    var required = done.putArray("required").add("ok");
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      JsonNode type = field.getValue();
      properties.set(field.getKey(), type.isTextual() ? schemas.of(type.asText()) : type);
      required.add(field.getKey());
    }
    ObjectNode refused = RecordSchemas.type("object");
    ObjectNode why = refused.putObject("properties");
    why.putObject("ok").put("const", false);
    why.set("problem", schemas.of("Problem"));
    refused.putArray("required").add("ok").add("problem");
    ObjectNode either = NODES.objectNode();
    either.putArray("oneOf").add(done).add(refused);
    return either;
  }

  private void event(String name, Class<? extends ServerEvent> type) {
    // Some events go by a command's name: the other direction of the same channel.
    String channel = operations.has(name) ? name + "_event" : name;
    String words = written.path("events").path(name).asText();
    message(channel, words, schemas.of(type));
    channel(channel, Map.of("event", channel));
    ((ObjectNode) channels.get(channel)).put("address", name);
    ((ObjectNode) messages.get(channel)).put("name", name);
    ObjectNode operation = operations.putObject(channel).put("action", "send");
    operation.set("channel", ref("#/channels/" + channel));
    operation.put("summary", words);
    operation.putArray("messages").add(ref("#/channels/" + channel + "/messages/event"));
  }

  private void message(String name, String summary, JsonNode payload) {
    ObjectNode message = messages.putObject(name).put("name", name).put("summary", summary);
    message.set("payload", payload);
  }

  private void channel(String name, Map<String, String> parts) {
    ObjectNode channel = channels.putObject(name).put("address", name);
    ObjectNode inside = channel.putObject("messages");
    new TreeMap<>(parts)
        .forEach((part, message) -> inside.set(part, ref("#/components/messages/" + message)));
  }

  private static ObjectNode ref(String to) {
    return NODES.objectNode().put("$ref", to);
  }
}

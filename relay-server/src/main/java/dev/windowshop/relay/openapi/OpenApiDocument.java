package dev.windowshop.relay.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.relay.http.HttpApi;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The OpenAPI 3.1 document: routes and who may use them from the code, schemas from the wire
/// records, examples from the golden files, and words from the [Fragments]. Used by one thread.
final class OpenApiDocument {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final RecordSchemas schemas = new RecordSchemas("#/components/schemas/");
  private final Map<String, HttpApi.Route> registered;
  private final ObjectNode document;

  private OpenApiDocument(List<HttpApi.Route> routes, String version) {
    this.registered =
        routes.stream()
            .collect(
                Collectors.toMap(
                    route -> route.method() + " " + route.path(), route -> route, (one, _) -> one));
    this.document = Fragments.head();
    ((ObjectNode) document.get("info")).put("version", version);
  }

  /// @param routes those that are registered: one that is written about and does not exist is left
  ///   out, as one is that nobody wrote about (a test holds the two together)
  static ObjectNode of(List<HttpApi.Route> routes, String version) {
    OpenApiDocument made = new OpenApiDocument(routes, version);
    made.write();
    return made.document;
  }

  private void write() {
    ArrayNode tags = document.putArray("tags");
    ObjectNode paths = document.putObject("paths");
    ObjectNode described = NODES.objectNode();
    for (ObjectNode fragment : Fragments.all()) {
      String tag = fragment.path("tag").asText();
      tags.addObject().put("name", tag).put("description", fragment.path("description").asText());
      for (JsonNode written : fragment.path("routes")) {
        HttpApi.Route route = registered.get(written.path("route").asText());
        if (route != null) {
          ObjectNode operation = new Operation(route, (ObjectNode) written, schemas).write(tag);
          ((ObjectNode) paths.withObjectProperty(Operation.path(route.path())))
              .set(route.method().toLowerCase(java.util.Locale.ROOT), operation);
        }
      }
      fragment.path("schemas").properties().forEach(e -> described.set(e.getKey(), e.getValue()));
    }
    // What is written about is there, also where no route names it.
    described.fieldNames().forEachRemaining(schemas::of);
    schemas.of("Problem");
    ObjectNode components = (ObjectNode) document.get("components");
    ObjectNode named = components.putObject("schemas");
    for (Map.Entry<String, ObjectNode> schema : new TreeMap<>(schemas.schemas()).entrySet()) {
      named.set(schema.getKey(), complete(schema.getKey(), schema.getValue(), described));
    }
  }

  private static ObjectNode complete(String name, ObjectNode schema, ObjectNode described) {
    merge(schema, described.path(name));
    JsonNode example = Examples.of(name);
    if (example != null) {
      schema.putArray("examples").add(example);
    }
    return schema;
  }

  /// Adds what was written about a schema to what was read off its record.
  private static void merge(ObjectNode into, JsonNode words) {
    for (Map.Entry<String, JsonNode> word : words.properties()) {
      if (into.get(word.getKey()) instanceof ObjectNode inner && word.getValue().isObject()) {
        merge(inner, word.getValue());
      } else {
        into.set(word.getKey(), word.getValue());
      }
    }
  }
}

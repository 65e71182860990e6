package dev.windowshop.relay.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Objects;

/// Holds JSON against the schemas of a document of ours, as JSON Schema 2020-12 says.
public final class JsonSchemas {
  private final JsonNode document;

  /// @param document with `components.schemas`
  public JsonSchemas(JsonNode document) {
    this.document = document;
  }

  /// @return what is wrong, empty when nothing is
  public List<String> check(JsonNode schema, JsonNode value) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.set("components", document.path("components"));
    schema.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(whole)
        .validate(value)
        .stream()
        .map(Objects::toString)
        .toList();
  }

  public List<String> check(String record, JsonNode value) {
    ObjectNode reference = JsonNodeFactory.instance.objectNode();
    return check(reference.put("$ref", "#/components/schemas/" + record), value);
  }
}

package dev.windowshop.relay.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One route, from what was written about it to an OpenAPI operation. What every route has in
/// common is added here: path parameters, security, the problems that anyone may meet.
final class Operation {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z0-9]+)");

  private final HttpApi.Route route;
  private final ObjectNode written;
  private final RecordSchemas schemas;

  Operation(HttpApi.Route route, ObjectNode written, RecordSchemas schemas) {
    this.route = route;
    this.written = written;
    this.schemas = schemas;
  }

  /// `/products/:product` as `/products/{product}`, and `/media/*` as `/media/{path}`.
  static String path(String route) {
    return PARAMETER.matcher(route).replaceAll("{$1}").replace("*", "{path}");
  }

  ObjectNode write(String tag) {
    ObjectNode operation = NODES.objectNode();
    operation.putArray("tags").add(tag);
    operation.put("operationId", written.path("name").asText());
    operation.put("summary", written.path("summary").asText());
    if (written.has("description")) {
      operation.set("description", written.get("description"));
    }
    ArrayNode parameters = parameters();
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    if (written.has("body") || written.has("upload")) {
      operation.set("requestBody", body());
    }
    operation.set("responses", responses());
    ArrayNode security = operation.putArray("security");
    if (written.has("security")) {
      security.add(written.get("security"));
    } else {
      if (route.access() != Access.USER) {
        security.addObject();
      }
      security
          .addObject()
          .putArray(route.access() == Access.OPERATOR ? "metricsToken" : "accessToken");
    }
    return operation;
  }

  private ArrayNode parameters() {
    ArrayNode all = NODES.arrayNode();
    Matcher names = PARAMETER.matcher(route.path().replace("*", ":path"));
    while (names.find()) {
      String name = names.group(1);
      JsonNode words = written.path("path").path(name);
      ObjectNode schema = RecordSchemas.type("string");
      if (words.isMissingNode()) {
        schema.put("format", "uuid");
      }
      parameter(all, name, "path", words.asText("Id of the " + name + "."), schema, true);
    }
    for (Map.Entry<String, JsonNode> query : written.path("query").properties()) {
      JsonNode value = query.getValue();
      if (value.isTextual()) {
        parameter(
            all, query.getKey(), "query", value.asText(), RecordSchemas.type("string"), false);
      } else {
        ObjectNode schema = ((ObjectNode) value).deepCopy();
        schema.remove("description");
        boolean required = schema.path("required").asBoolean();
        schema.remove("required");
        String words = value.path("description").asText();
        parameter(all, query.getKey(), "query", words, schema, required);
      }
    }
    for (String shared : written.path("with").isMissingNode() ? new String[0] : with()) {
      all.addObject().put("$ref", "#/components/parameters/" + shared);
    }
    return all;
  }

  private String[] with() {
    return written.path("with").asText().split("[, ]+");
  }

  private static void parameter(
      ArrayNode all, String name, String in, String words, JsonNode schema, boolean required) {
    ObjectNode parameter = all.addObject().put("name", name).put("in", in);
    parameter.put("description", words);
    if (required) {
      parameter.put("required", true);
    }
    parameter.set("schema", schema);
  }

  private ObjectNode body() {
    ObjectNode body = NODES.objectNode().put("required", true);
    ObjectNode content = body.putObject("content");
    if (written.has("upload")) {
      content.set(written.get("upload").asText(), NODES.objectNode());
      return body;
    }
    ObjectNode json = content.putObject("application/json");
    json.set("schema", schema(written.get("body")));
    if (written.has("example")) {
      json.set("example", written.get("example"));
    }
    return body;
  }

  private JsonNode schema(JsonNode expression) {
    if (expression.isTextual()) {
      return schemas.of(expression.asText());
    }
    for (JsonNode reference : expression.findValues("$ref")) {
      String name = reference.asText();
      schemas.of(name.substring(name.lastIndexOf('/') + 1));
    }
    return expression;
  }

  private ObjectNode responses() {
    Map<String, ObjectNode> all = new TreeMap<>();
    for (Map.Entry<String, JsonNode> answer : written.path("answers").properties()) {
      all.put(answer.getKey(), answer(answer.getKey(), answer.getValue()));
    }
    if (Arrays.asList(with()).contains("IfNoneMatch")) {
      ObjectNode same = NODES.objectNode().put("description", "What you have is what there is.");
      all.put("304", same);
      ObjectNode ok = all.get("200");
      if (ok != null) {
        ok.putObject("headers").putObject("ETag").putObject("schema").put("type", "string");
      }
    }
    Map<Integer, Set<ProblemType>> problems = new TreeMap<>();
    for (ProblemType type : problems()) {
      problems.computeIfAbsent(type.status(), status -> new LinkedHashSet<>()).add(type);
    }
    problems.forEach((status, types) -> all.putIfAbsent(status.toString(), problem(types)));
    if (!written.has("plain")) {
      ObjectNode other = NODES.objectNode().put("$ref", "#/components/responses/Incident");
      all.put("default", other);
    }
    ObjectNode responses = NODES.objectNode();
    all.forEach(responses::set);
    return responses;
  }

  private ObjectNode answer(String status, JsonNode value) {
    ObjectNode response = NODES.objectNode();
    JsonNode type = value.isObject() ? value.get("type") : value;
    String words = value.path("description").asText(status.equals("201") ? "Made." : "Done.");
    response.put("description", words);
    if (value.has("content")) {
      response.putObject("content").putObject(value.get("content").asText());
    } else if (type != null && !type.isNull()) {
      response.putObject("content").putObject("application/json").set("schema", schema(type));
    }
    return response;
  }

  private Set<ProblemType> problems() {
    Set<ProblemType> all = new LinkedHashSet<>();
    if (route.path().startsWith(Protocol.API)) {
      all.add(ProblemType.BAD_REQUEST);
      if (route.access() == Access.USER) {
        all.add(ProblemType.UNAUTHENTICATED);
      }
      all.add(ProblemType.TOKEN_INVALID);
      all.add(ProblemType.TOKEN_EXPIRED);
      all.add(ProblemType.TOKEN_UNKNOWN);
      all.add(ProblemType.RATE_LIMITED);
    }
    if (route.path().contains(":")) {
      all.add(ProblemType.NOT_FOUND);
    }
    if (written.has("body")) {
      all.add(ProblemType.MALFORMED_JSON);
      all.add(ProblemType.TOO_LARGE);
      all.add(ProblemType.INVALID);
    }
    written.path("problems").forEach(slug -> all.add(type(slug.asText())));
    return all;
  }

  private static ProblemType type(String slug) {
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.slug().equals(slug))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("there is no problem named " + slug));
  }

  private static ObjectNode problem(Set<ProblemType> types) {
    ObjectNode response =
        NODES
            .objectNode()
            .put(
                "description",
                types.stream()
                    .map(type -> "`" + type.slug() + "`: " + type.title() + ".")
                    .collect(Collectors.joining(" ")));
    if (types.contains(ProblemType.RATE_LIMITED) || types.contains(ProblemType.UNAVAILABLE)) {
      ObjectNode header = response.putObject("headers").putObject("Retry-After");
      header.put("description", "Seconds to wait.").putObject("schema").put("type", "integer");
    }
    response
        .putObject("content")
        .putObject(Problem.MEDIA_TYPE)
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    return response;
  }
}

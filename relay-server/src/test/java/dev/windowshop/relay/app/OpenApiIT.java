package dev.windowshop.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.openapi.JsonSchemas;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiIT {
  @TempDir static Path data;
  private static Relay relay;
  private static Web web;
  private static JsonNode document;

  @BeforeAll
  static void start() {
    relay = Relay.start(TestDatabases.config(data).withDemo(true));
    web = new Web(relay.address());
    document = web.get("/openapi.json").json();
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  @Test
  void everyRouteIsDocumentedAndNothingThatIsNone() {
    Set<String> real = new TreeSet<>();
    for (HttpApi.Route route : relay.routes()) {
      real.add(
          route.method()
              + " "
              + route.path().replaceAll(":([a-zA-Z0-9]+)", "{$1}").replace("*", "{path}"));
    }
    assertEquals(real, operations().keySet());
  }

  @Test
  void whoMayUseARouteIsWhatTheCodeSays() {
    for (HttpApi.Route route : relay.routes()) {
      String path = route.path().replaceAll(":([a-zA-Z0-9]+)", "{$1}").replace("*", "{path}");
      JsonNode security =
          operations()
              .getOrDefault(route.method() + " " + path, NullNode.getInstance())
              .path("security");
      assertFalse(security.isEmpty(), path);
      boolean open = security.get(0).isEmpty();
      if (!security.toString().contains("metrics")) {
        assertEquals(route.access() == Access.PUBLIC, open, path);
      }
    }
  }

  @Test
  void itIsAnOpenApi31Document() {
    assertEquals("3.1.0", document.path("openapi").asText());
    assertEquals(List.of(), wrongs(document));
    Set<String> names = new HashSet<>();
    operations()
        .forEach((route, operation) -> {
          String name = operation.path("operationId").asText();
          assertTrue(name.matches("[a-z][a-zA-Z]+"), route);
          assertTrue(names.add(name), name);
          assertFalse(operation.path("summary").asText().isBlank(), route);
          assertTrue(operation.path("responses").size() > 0, route);
          assertTrue(route.matches("[A-Z]+(?: |/|/[^{}/]+|/\\{[a-zA-Z0-9]+})+"), route);
        });
  }

  @Test
  void theCheckOfTheDocumentFindsWhatIsWrong() {
    ObjectNode broken = document.deepCopy();
    ((ObjectNode) broken.path("paths").path("/api/v1/products").path("get")).remove("responses");
    ((ObjectNode) broken.path("info")).remove("title");
    assertFalse(wrongs(broken).isEmpty());
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> lost = new ArrayList<>();
    for (JsonNode reference : document.findValues("$ref")) {
      if (document.at(reference.asText().substring(1)).isMissingNode()) {
        lost.add(reference.asText());
      }
    }
    assertEquals(List.of(), lost);
  }

  @Test
  void whatTheRelayAnswersIsWhatIsDocumented() {
    String product = web.get("/products?limit=1").json().at("/items/0/id").asText();
    JsonSchemas schemas = new JsonSchemas(document);
    for (String asked :
        List.of(
            "/api/v1/products",
            "/api/v1/categories",
            "/api/v1/products/{product}",
            "/api/v1/products/{product}/reviews",
            "/api/v1/recommendations/trending",
            "/health",
            "/health/ready")) {
      String path = asked.replace("{product}", product).replace("/api/v1", "");
      JsonNode schema =
          document
              .path("paths")
              .path(asked)
              .at("/get/responses/200/content/application~1json/schema");
      assertFalse(schema.isMissingNode(), asked);
      assertEquals(List.of(), schemas.check(schema, web.get(path).json()), asked);
    }
    JsonNode problem = web.get("/products/" + product + "0").json();
    assertEquals(List.of(), schemas.check("Problem", problem));
  }

  @Test
  void itIsRevalidatedByItsTag() {
    String tag = web.get("/openapi.json").header("ETag");
    assertEquals(304, web.with("If-None-Match", tag).get("/openapi.json").status());
    assertEquals("3.0.0", web.get("/asyncapi.json").json().path("asyncapi").asText());
  }

  private static java.util.Map<String, JsonNode> operations() {
    java.util.Map<String, JsonNode> all = new java.util.TreeMap<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(one ->
                    all.put(
                        one.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                        one.getValue())));
    return all;
  }

  private static List<String> wrongs(JsonNode openApi) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result =
        new OpenAPIV3Parser().readContents(openApi.toString(), null, options);
    return result.getMessages() == null ? List.of() : result.getMessages();
  }
}

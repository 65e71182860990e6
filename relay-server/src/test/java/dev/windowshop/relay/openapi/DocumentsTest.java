package dev.windowshop.relay.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ServerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final Path GOLDEN =
      Path.of("..", "shared-protocol", "src", "test", "resources", "golden");
  private static final Path WRITTEN =
      Path.of("src", "main", "resources", "dev", "windowshop", "relay", "openapi");

  private final ObjectNode asyncApi = AsyncApiDocument.of("0.0.0");

  @Test
  void everyCommandAndEventIsWrittenAboutAndNothingElse() {
    ObjectNode socket = Fragments.socket();
    assertEquals(
        Arrays.stream(Command.values()).map(Command::wire).collect(Collectors.toSet()),
        names(socket.path("commands")));
    assertEquals(ServerEvent.TYPES.keySet(), names(socket.path("events")));
  }

  @Test
  void everyCommandAndEventIsInTheDocumentWithItsPayload() {
    for (Command command : Command.values()) {
      JsonNode operation = asyncApi.path("operations").path(command.wire());
      assertEquals("receive", operation.path("action").asText(), command.wire());
      assertTrue(operation.path("reply").has("messages"), command.wire());
    }
    Set<String> sent = new TreeSet<>();
    for (JsonNode operation : asyncApi.path("operations")) {
      if (operation.path("action").asText().equals("send")) {
        String channel = last(operation.path("channel").path("$ref").asText());
        sent.add(asyncApi.path("channels").path(channel).path("address").asText());
      }
    }
    assertEquals(new TreeSet<>(ServerEvent.TYPES.keySet()), sent);
    for (JsonNode message : asyncApi.path("components").path("messages")) {
      assertFalse(message.path("payload").isEmpty(), message::toPrettyString);
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> lost = new ArrayList<>();
    for (JsonNode reference : asyncApi.findValues("$ref")) {
      if (asyncApi.at(reference.asText().substring(1)).isMissingNode()) {
        lost.add(reference.asText());
      }
    }
    assertEquals(List.of(), lost);
  }

  /// `docs/asyncapi.yaml` is for reading without a relay: it is written from the code, and
  /// committed.
  @Test
  void thePageInDocsIsTheDocumentOfTheCode() throws IOException {
    YAMLMapper yaml =
        YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();
    Path page = Path.of("..", "docs", "asyncapi.yaml");
    String now = yaml.writeValueAsString(asyncApi);
    Path fresh = Files.writeString(Path.of("target", "asyncapi.yaml"), now);
    assertTrue(Files.exists(page), () -> "copy " + fresh + " to docs/");
    assertTrue(Files.readString(page).equals(now), () -> "docs/ is old: copy " + fresh + " there");
  }

  @Test
  void everyFileOfWordsIsRead() throws IOException {
    try (Stream<Path> files = Files.list(WRITTEN)) {
      assertEquals(
          Fragments.NAMES.stream().sorted().toList(),
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".routes.yaml"))
              .map(name -> name.replace(".routes.yaml", ""))
              .sorted()
              .toList());
    }
  }

  @Test
  void aSchemaRefusesWhatItsRecordIsNot() {
    JsonSchemas schemas = new JsonSchemas(asyncApi);
    ObjectNode product = (ObjectNode) Objects.requireNonNull(Examples.of("Product"));
    assertEquals(List.of(), schemas.check("Product", product));
    product.put("stock", "many");
    assertFalse(schemas.check("Product", product).isEmpty());
    product.put("stock", 1).remove("title");
    assertFalse(schemas.check("Product", product).isEmpty());
    product.put("title", "A lamp").putNull("brand");
    assertEquals(List.of(), schemas.check("Product", product));
  }

  @Test
  void everyGoldenFileIsAnExampleThatItsSchemaAllows() throws IOException {
    JsonNode openApi = OpenApiDocument.of(writtenAbout(), "0.0.0");
    Set<String> used = new TreeSet<>();
    for (JsonNode document : List.of(openApi, asyncApi)) {
      JsonSchemas schemas = new JsonSchemas(document);
      for (String record : names(document.path("components").path("schemas"))) {
        JsonNode example = Examples.of(record);
        if (example != null) {
          used.add(example.toString());
          assertEquals(List.of(), schemas.check(record, example), record);
        }
      }
    }
    try (Stream<Path> files = Files.list(GOLDEN)) {
      for (Path file : files.toList()) {
        String golden = Json.mapper().readTree(file.toFile()).toString();
        assertTrue(used.contains(golden), () -> file + " is no example of anything documented");
      }
    }
  }

  private static List<dev.windowshop.relay.http.HttpApi.Route> writtenAbout() {
    List<dev.windowshop.relay.http.HttpApi.Route> all = new ArrayList<>();
    for (ObjectNode fragment : Fragments.all()) {
      for (JsonNode route : fragment.path("routes")) {
        String[] parts = route.path("route").asText().split(" ");
        all.add(
            new dev.windowshop.relay.http.HttpApi.Route(
                parts[0], parts[1], dev.windowshop.relay.http.Access.PUBLIC));
      }
    }
    return all;
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String last(String reference) {
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}

package dev.windowshop.relay.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// What people wrote about the interface: one YAML file a feature, beside this class in the
/// resources. What can be read off the code is not in them.
final class Fragments {
  /// A test holds this list against the folder.
  static final List<String> NAMES =
      List.of(
          "account",
          "people",
          "store",
          "sell",
          "review",
          "shopper",
          "interest",
          "order",
          "chat",
          "attachment",
          "story",
          "notification",
          "call",
          "moderation",
          "release",
          "relay");

  private static final YAMLMapper YAML = new YAMLMapper();

  private Fragments() {}

  /// What stands before all routes.
  static ObjectNode head() {
    return read("head.yaml");
  }

  static ObjectNode socket() {
    return read("socket.yaml");
  }

  static List<ObjectNode> all() {
    return NAMES.stream().map(name -> read(name + ".routes.yaml")).toList();
  }

  private static ObjectNode read(String file) {
    try (InputStream in = Fragments.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file);
      }
      JsonNode tree = YAML.readTree(in);
      if (tree instanceof ObjectNode object) {
        return object;
      }
      throw new IllegalStateException(file + " holds no object");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can't be read", e);
    }
  }
}

package dev.windowshop.client.seller;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fields of a product and what is in them, in words, for showing two sides of a conflict.
final class EditorWords {
  private EditorWords() {}

  static String field(String name) {
    return switch (name) {
      case "title" -> "Name";
      case "description" -> "Description";
      case "category" -> "Kind";
      case "brand" -> "Maker";
      case "tags" -> "Tags";
      case "attributes" -> "Facts";
      case "options" -> "What it comes in";
      case "variants" -> "Prices and stock";
      case "media" -> "Pictures";
      case "status" -> "On sale or not";
      case "handle" -> "Address";
      default -> name;
    };
  }

  static String value(@Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return "–";
    }
    if (node.isTextual()) {
      return node.textValue().isBlank() ? "–" : node.textValue();
    }
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(each -> parts.add(value(each)));
      return parts.isEmpty() ? "–" : String.join("\n", parts);
    }
    if (node.isObject()) {
      if (node.has("amount")) {
        return Amounts.text(
            new dev.windowshop.protocol.Money(
                node.path("amount").asLong(), node.path("currency").asText("EUR")));
      }
      List<String> parts = new ArrayList<>();
      node.properties()
          .forEach(entry -> {
            if (!entry.getKey().equals("id") && !entry.getKey().equals("thumbUrl")) {
              parts.add(entry.getKey() + ": " + value(entry.getValue()).replace('\n', ' '));
            }
          });
      return String.join(", ", parts);
    }
    return node.asText();
  }
}

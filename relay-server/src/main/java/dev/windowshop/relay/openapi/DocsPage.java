package dev.windowshop.relay.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The OpenAPI document as a page: whole in itself, no script, light and dark as the browser wants
/// it. Used by one thread.
final class DocsPage {
  private static final String REFERENCE = "#/components/schemas/";

  private final JsonNode document;
  private final StringBuilder html = new StringBuilder();

  private record Operation(String method, String path, JsonNode operation) {
    String name() {
      return operation.path("operationId").asText();
    }
  }

  private DocsPage(JsonNode document) {
    this.document = document;
  }

  static String of(JsonNode document) {
    DocsPage page = new DocsPage(document);
    page.write();
    return page.html.toString();
  }

  /// What a browser may do on the page: show it, in its own style.
  static String policy() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style().getBytes(StandardCharsets.UTF_8));
      return "default-src 'none'; style-src 'sha256-"
          + Base64.getEncoder().encodeToString(hash)
          + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String style() {
    try (InputStream in = DocsPage.class.getResourceAsStream("docs.css")) {
      if (in == null) {
        throw new IllegalStateException("there is no docs.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    String title = text(document.at("/info/title").asText());
    html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        .append("<title>" + title + "</title><style>" + style() + "</style></head><body>");
    navigation(title);
    html.append("<main><h1>" + title + "</h1><p class=\"lead\">")
        .append("Version " + text(document.at("/info/version").asText()) + ". ")
        .append("For programs: <a href=\"/openapi.json\">OpenAPI</a>, ")
        .append("<a href=\"/asyncapi.json\">AsyncAPI</a>.</p>");
    prose(document.at("/info/description").asText());
    for (JsonNode tag : document.path("tags")) {
      String name = tag.path("name").asText();
      html.append("<h2 class=\"tag\" id=\"" + anchor(name) + "\">" + text(name) + "</h2>")
          .append("<p class=\"lead\">" + inline(tag.path("description").asText()) + "</p>");
      operations(name).forEach(this::operation);
    }
    html.append("<h2 class=\"tag\" id=\"schemas\">Schemas</h2>")
        .append("<p class=\"lead\">What goes over the wire.</p>");
    for (Map.Entry<String, JsonNode> schema : document.at("/components/schemas").properties()) {
      schema(schema.getKey(), schema.getValue());
    }
    html.append("</main></body></html>");
  }

  private void navigation(String title) {
    html.append("<nav aria-label=\"Contents\"><a class=\"home\" href=\"#\">" + title + "</a>");
    for (JsonNode tag : document.path("tags")) {
      String name = tag.path("name").asText();
      html.append("<h2>" + text(name) + "</h2>");
      for (Operation one : operations(name)) {
        html.append("<a href=\"#" + one.name() + "\">")
            .append(text(one.operation().path("summary").asText()) + "</a>");
      }
    }
    html.append("<h2>More</h2><a href=\"#schemas\">Schemas</a></nav>");
  }

  private List<Operation> operations(String tag) {
    List<Operation> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
        if (one.getValue().at("/tags/0").asText().equals(tag)) {
          String method = one.getKey().toUpperCase(Locale.ROOT);
          all.add(new Operation(method, path.getKey(), one.getValue()));
        }
      }
    }
    return all;
  }

  private void operation(Operation one) {
    JsonNode operation = one.operation();
    html.append("<article id=\"" + one.name() + "\"><h3>")
        .append(text(operation.path("summary").asText()) + "</h3><p class=\"line\">")
        .append("<span class=\"verb " + one.method() + "\">" + one.method() + "</span>")
        .append("<span class=\"path\">" + text(one.path()) + "</span>")
        .append("<span class=\"who\">" + who(operation.path("security")) + "</span></p>");
    if (operation.has("description")) {
      prose(operation.get("description").asText());
    }
    parameters(operation.path("parameters"));
    for (Map.Entry<String, JsonNode> body : operation.at("/requestBody/content").properties()) {
      html.append("<h4>Body</h4><p>" + type(body.getValue().path("schema")) + "</p>");
      if (body.getValue().has("example")) {
        pre(body.getValue().get("example"));
      }
    }
    html.append("<h4>Answers</h4><table>");
    for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
      answer(answer.getKey(), answer.getValue());
    }
    html.append("</table></article>");
  }

  private static String who(JsonNode security) {
    if (security.toString().contains("metricsToken")) {
      return "whoever runs the relay";
    }
    return security.get(0) == null || security.get(0).isEmpty() ? "anybody" : "signed in";
  }

  private void parameters(JsonNode parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    html.append("<h4>Parameters</h4><table>");
    for (JsonNode given : parameters) {
      JsonNode parameter =
          given.has("$ref") ? document.at(given.get("$ref").asText().substring(1)) : given;
      html.append("<tr><td><code>" + text(parameter.path("name").asText()) + "</code>");
      if (parameter.path("required").asBoolean()) {
        html.append(" <span class=\"need\">needed</span>");
      }
      html.append("</td><td>" + inline(parameter.path("description").asText()))
          .append(" <span class=\"type\">" + parameter.path("in").asText() + ", ")
          .append(type(parameter.path("schema")) + "</span></td></tr>");
    }
    html.append("</table>");
  }

  private void answer(String status, JsonNode given) {
    JsonNode answer =
        given.has("$ref") ? document.at(given.get("$ref").asText().substring(1)) : given;
    html.append("<tr><td><code>" + (status.equals("default") ? "5xx" : status) + "</code></td><td>")
        .append(inline(answer.path("description").asText()));
    for (Map.Entry<String, JsonNode> content : answer.path("content").properties()) {
      JsonNode schema = content.getValue().path("schema");
      html.append(" <span class=\"type\">")
          .append(schema.isEmpty() ? text(content.getKey()) : type(schema))
          .append("</span>");
    }
    html.append("</td></tr>");
  }

  private void schema(String name, JsonNode schema) {
    html.append("<article id=\"schema-" + anchor(name) + "\"><h3>" + text(name) + "</h3>");
    if (schema.has("description")) {
      prose(schema.get("description").asText());
    }
    if (schema.has("properties")) {
      String required = schema.path("required").toString();
      html.append("<table>");
      for (Map.Entry<String, JsonNode> property : schema.get("properties").properties()) {
        html.append("<tr><td><code>" + text(property.getKey()) + "</code></td><td>")
            .append("<span class=\"type\">" + type(property.getValue()) + "</span>");
        if (!required.contains('"' + property.getKey() + '"')) {
          html.append(" <span class=\"need\">may be missing</span>");
        }
        html.append(" " + inline(property.getValue().path("description").asText()) + "</td></tr>");
      }
      html.append("</table>");
    } else {
      html.append("<p>" + type(schema) + "</p>");
    }
    for (JsonNode example : schema.path("examples")) {
      html.append("<details><summary>Example</summary>");
      pre(example);
      html.append("</details>");
    }
    html.append("</article>");
  }

  private String type(JsonNode schema) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asText().substring(REFERENCE.length());
      return "<a href=\"#schema-" + anchor(name) + "\">" + text(name) + "</a>";
    }
    if (schema.has("items")) {
      return "list of " + type(schema.get("items"));
    }
    if (schema.has("enum")) {
      List<String> values = new ArrayList<>();
      schema.get("enum").forEach(value -> values.add("<code>" + text(value.asText()) + "</code>"));
      return String.join(" ", values);
    }
    for (String several : List.of("anyOf", "oneOf")) {
      if (schema.has(several)) {
        List<String> types = new ArrayList<>();
        schema.get(several).forEach(one -> types.add(type(one)));
        return String.join(" or ", types);
      }
    }
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      List<String> types = new ArrayList<>();
      type.forEach(one -> types.add(text(one.asText())));
      return String.join(" or ", types);
    }
    if (schema.at("/properties/items").has("items") && schema.at("/properties").has("nextCursor")) {
      return "page of " + type(schema.at("/properties/items/items"));
    }
    if (schema.has("additionalProperties")) {
      return "object of " + type(schema.get("additionalProperties"));
    }
    String format = schema.path("format").asText();
    String plain = type.isMissingNode() ? "anything" : type.asText();
    return text(format.isEmpty() || format.startsWith("int") ? plain : format);
  }

  private void pre(JsonNode json) {
    html.append("<pre tabindex=\"0\">" + text(json.toPrettyString()) + "</pre>");
  }

  /// Paragraphs and `- ` lists.
  private void prose(String markdown) {
    for (String block : markdown.strip().split("\n\\s*\n")) {
      if (block.startsWith("- ")) {
        html.append("<ul>");
        for (String item : block.split("\n?- ", -1)) {
          if (!item.isBlank()) {
            html.append("<li>" + inline(item.strip()) + "</li>");
          }
        }
        html.append("</ul>");
      } else {
        html.append("<p>" + inline(block) + "</p>");
      }
    }
  }

  private static String inline(String markdown) {
    return text(markdown)
        .replaceAll("`([^`]+)`", "<code>$1</code>")
        .replaceAll("\\[([^\\]]+)\\]\\((/[a-z.]+)\\)", "<a href=\"$2\">$1</a>");
  }

  private static String anchor(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "-");
  }

  private static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

package dev.windowshop.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Text that every database and every client can hold: no U+0000, no lone surrogate.
public final class WellFormedText {
  private WellFormedText() {}

  public static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  static ProblemException problem(IOException e) {
    // Broken JSON inside a list or an object comes wrapped like a field of the wrong shape.
    boolean broken = e.getCause() instanceof StreamReadException;
    if (e instanceof JsonMappingException mapping && !broken) {
      String path =
          mapping.getPath().stream()
              .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
              .collect(Collectors.joining("."));
      String why =
          mapping instanceof Refused ? mapping.getOriginalMessage() : "has the wrong shape";
      if (path.isEmpty()) {
        return new ProblemException(ProblemType.INVALID, "The body " + why + ".");
      }
      return new ProblemException(
          Problem.of(ProblemType.INVALID, "A field was refused.").withErrors(Map.of(path, why)));
    }
    return new ProblemException(ProblemType.MALFORMED_JSON, "The body is not valid JSON.");
  }

  private static String checked(JsonParser parser, String text) throws IOException {
    if (!isWellFormed(text)) {
      throw new Refused(parser, "holds U+0000 or a lone surrogate");
    }
    return text;
  }

  private static void check(JsonParser parser, JsonNode node) throws IOException {
    if (node.isTextual()) {
      checked(parser, node.textValue());
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        checked(parser, field.getKey());
        check(parser, field.getValue());
      }
    } else if (node.isArray()) {
      for (JsonNode item : node) {
        check(parser, item);
      }
    }
  }

  private static final class Refused extends JsonMappingException {
    private static final long serialVersionUID = 1L;

    Refused(JsonParser parser, String message) {
      super(parser, message);
    }
  }

  static final class OfString extends StringDeserializer {
    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonToken token = parser.currentToken();
      if (token != null && token.isScalarValue() && token != JsonToken.VALUE_STRING) {
        throw new Refused(parser, "must be text");
      }
      return checked(parser, super.deserialize(parser, context));
    }
  }

  static final class OfNode extends JsonDeserializer<JsonNode> {
    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      JsonNode node =
          (JsonNode)
              JsonNodeDeserializer.getDeserializer(JsonNode.class).deserialize(parser, context);
      check(parser, node);
      return node;
    }

    /// JSON null is no value: a field that may be absent is a Java null either way.
    @Override
    public @Nullable JsonNode getNullValue(DeserializationContext context) {
      return null;
    }
  }
}

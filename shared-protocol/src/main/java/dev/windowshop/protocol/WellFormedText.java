package dev.windowshop.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
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

  /// Whether no text of this JSON, names included, holds what is refused.
  static boolean isSound(byte[] json) {
    for (int i = 0; i < json.length; i++) {
      if (json[i] == '\\') {
        int to = afterEscape(i, json.length, at -> (char) (json[at] & 0xFF));
        if (to < 0) {
          return false;
        }
        i = to;
      } else if ((json[i] & 0xFF) == 0xED && i + 1 < json.length && (json[i + 1] & 0xFF) >= 0xA0) {
        // A surrogate written as if it were a character of its own.
        return false;
      }
    }
    return true;
  }

  /// As [#isSound(byte\[\])].
  static boolean isSound(String json) {
    if (!isWellFormed(json)) {
      return false;
    }
    for (int i = json.indexOf('\\'); i >= 0; i = json.indexOf('\\', i + 1)) {
      i = afterEscape(i, json.length(), json::charAt);
      if (i < 0) {
        return false;
      }
    }
    return true;
  }

  /// As [#isSound(byte\[\])].
  static boolean isSound(JsonNode node) {
    if (node.isTextual()) {
      return isWellFormed(node.textValue());
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!isWellFormed(field.getKey())) {
        return false;
      }
    }
    for (JsonNode item : node) {
      if (!isSound(item)) {
        return false;
      }
    }
    return true;
  }

  /// @param at where a backslash is
  /// @return where the last character of the escape is, of both for a pair; -1 for what is refused
  private static int afterEscape(int at, int length, Characters json) {
    int unit = unit(at, length, json);
    if (unit < 0) {
      return at + 1;
    }
    if (unit == 0 || Character.isLowSurrogate((char) unit)) {
      return -1;
    }
    if (!Character.isHighSurrogate((char) unit)) {
      return at + 5;
    }
    int low = unit(at + 6, length, json);
    return low >= 0 && Character.isLowSurrogate((char) low) ? at + 11 : -1;
  }

  /// The UTF-16 unit that an escape at a place means; -1 where there is none.
  private static int unit(int at, int length, Characters json) {
    if (at + 5 >= length || json.at(at) != '\\' || json.at(at + 1) != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) {
      unit = unit * 16 + Character.digit(json.at(i), 16);
    }
    return unit;
  }

  @FunctionalInterface
  private interface Characters {
    char at(int place);
  }

  static ProblemException problem(IOException e) {
    // Broken JSON inside a list or an object comes wrapped like a field of the wrong shape; a
    // number that is too large for its field is one.
    boolean broken =
        e.getCause() instanceof StreamReadException cause
            && !(cause instanceof InputCoercionException);
    if (e instanceof JsonMappingException mapping && !broken) {
      String path =
          mapping.getPath().stream()
              .map(
                  r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
              .collect(Collectors.joining());
      path = path.startsWith(".") ? path.substring(1) : path;
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

  static final class Refused extends JsonMappingException {
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

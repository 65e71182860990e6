package dev.windowshop.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The one configured mapper. Instants are ISO 8601 UTC; unknown fields are ignored; an unknown
/// enum value becomes that enum's default; text with U+0000 or a lone surrogate is refused. Nothing
/// is taken for what it is not: no text for a number, no number for a time, no place for a name.
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(
              new SimpleModule("text")
                  .addDeserializer(String.class, new WellFormedText.OfString())
                  .addDeserializer(JsonNode.class, new WellFormedText.OfNode())
                  .addDeserializer(Instant.class, new WrittenInstant()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          .build();

  private Json() {}

  public static ObjectMapper mapper() {
    return MAPPER;
  }

  public static String encode(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not encodable: " + value.getClass().getName(), e);
    }
  }

  public static byte[] encodeBytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not encodable: " + value.getClass().getName(), e);
    }
  }

  public static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }

  /// @throws ProblemException `malformed-json` (400) when it is no JSON, `invalid` (422) when a
  ///   field has the wrong shape or text that is refused
  public static <T> T decode(byte[] bytes, Class<T> type) {
    try {
      return sound(require(MAPPER.readValue(bytes, type)), WellFormedText.isSound(bytes));
    } catch (IOException e) {
      throw problem(e);
    }
  }

  /// @throws ProblemException as [#decode(byte\[\], Class)]
  public static <T> T decode(String text, Class<T> type) {
    try {
      return sound(require(MAPPER.readValue(text, type)), WellFormedText.isSound(text));
    } catch (IOException e) {
      throw problem(e);
    }
  }

  /// @throws ProblemException as [#decode(byte\[\], Class)]
  public static <T> T decode(String text, TypeReference<T> type) {
    try {
      return sound(require(MAPPER.readValue(text, type)), WellFormedText.isSound(text));
    } catch (IOException e) {
      throw problem(e);
    }
  }

  /// @throws ProblemException as [#decode(byte\[\], Class)]
  public static <T> T decode(JsonNode tree, Class<T> type) {
    try {
      return sound(require(MAPPER.treeToValue(tree, type)), WellFormedText.isSound(tree));
    } catch (IOException e) {
      throw problem(e);
    }
  }

  /// What is ignored is looked at as well: names, and fields that are not known.
  private static <T> T sound(T value, boolean isSound) {
    if (!isSound) {
      throw new ProblemException(ProblemType.INVALID, "The body holds U+0000 or a lone surrogate.");
    }
    return value;
  }

  private static <T> T require(@Nullable T value) {
    if (value == null) {
      throw new ProblemException(ProblemType.INVALID, "A JSON object was expected.");
    }
    return value;
  }

  private static ProblemException problem(IOException e) {
    return WellFormedText.problem(e);
  }
}

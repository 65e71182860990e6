package dev.windowshop.relay.openapi;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Protocol;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// JSON Schemas (2020-12) of the wire records, read off the records themselves: what is `@Nullable`
/// may be null or missing, everything else is required. A record's name is its schema's: `Product`,
/// `Auth.Tokens`. Used by one thread.
final class RecordSchemas {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String PACKAGE = Protocol.class.getPackageName();

  private final String prefix;
  private final Map<String, ObjectNode> schemas = new LinkedHashMap<>();

  /// @param prefix of references, `#/components/schemas/`
  RecordSchemas(String prefix) {
    this.prefix = prefix;
  }

  /// All that were asked for and what they hold, by name.
  Map<String, ObjectNode> schemas() {
    return schemas;
  }

  /// The schema of an expression: `Product`, `Product[]`, `Page<Product>`, `string`.
  ///
  /// @throws IllegalArgumentException when there is no such record
  ObjectNode of(String expression) {
    String text = expression.strip();
    if (text.endsWith("[]")) {
      return array(of(text.substring(0, text.length() - 2)));
    }
    if (text.startsWith("Page<") && text.endsWith(">")) {
      return page(of(text.substring(5, text.length() - 1)));
    }
    return switch (text) {
      case "string", "integer", "number", "boolean", "object" -> type(text);
      case String name -> of(wireType(name));
    };
  }

  ObjectNode of(Type type) {
    if (type instanceof ParameterizedType of) {
      Class<?> raw = (Class<?>) of.getRawType();
      Type last = of.getActualTypeArguments()[of.getActualTypeArguments().length - 1];
      if (Collection.class.isAssignableFrom(raw)) {
        return array(of(last));
      }
      if (Map.class.isAssignableFrom(raw)) {
        ObjectNode map = type("object");
        map.set("additionalProperties", of(last));
        return map;
      }
      if (raw == Optional.class) {
        return orNull(of(last));
      }
      if (raw.getSimpleName().equals("Page")) {
        return page(of(last));
      }
      throw new IllegalArgumentException("there is no schema for " + type);
    }
    return ofClass((Class<?>) type);
  }

  private ObjectNode ofClass(Class<?> type) {
    if (type.isArray()) {
      return array(of(type.getComponentType()));
    }
    if (type == String.class) {
      return type("string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return type("boolean");
    }
    if (type == int.class || type == Integer.class) {
      return type("integer").put("format", "int32");
    }
    if (type == long.class || type == Long.class) {
      return type("integer").put("format", "int64");
    }
    if (type == double.class || type == Double.class || type == float.class) {
      return type("number");
    }
    if (type == Instant.class) {
      return type("string").put("format", "date-time");
    }
    if (JsonNode.class.isAssignableFrom(type) || type == Object.class) {
      return NODES.objectNode();
    }
    if (type.isEnum() || type.isRecord() || type.isSealed()) {
      return named(type);
    }
    throw new IllegalArgumentException("there is no schema for " + type);
  }

  private ObjectNode named(Class<?> type) {
    RecordComponent value = type.isRecord() ? valueOf(type) : null;
    if (value != null) {
      return of(value.getGenericType());
    }
    String name = name(type);
    if (!schemas.containsKey(name)) {
      // Put first, so that a record that holds itself ends.
      ObjectNode schema = NODES.objectNode();
      schemas.put(name, schema);
      if (type.isEnum()) {
        fillEnum(schema, type);
      } else if (type.isRecord()) {
        fillRecord(schema, type);
      } else {
        ArrayNode any = schema.putArray("oneOf");
        for (Class<?> one : type.getPermittedSubclasses()) {
          any.add(of(one));
        }
      }
    }
    return NODES.objectNode().put("$ref", prefix + name);
  }

  /// The one component that a record is written as, if there is one.
  private static @Nullable RecordComponent valueOf(Class<?> record) {
    for (RecordComponent component : record.getRecordComponents()) {
      if (annotation(component, JsonValue.class) != null) {
        return component;
      }
    }
    return null;
  }

  private void fillEnum(ObjectNode schema, Class<?> type) {
    schema.put("type", "string");
    ArrayNode values = schema.putArray("enum");
    for (Object constant : type.getEnumConstants()) {
      String wire = Json.tree(constant).asText();
      if (!(wire.equals("unknown") && isDefault(type, (Enum<?>) constant))) {
        values.add(wire);
      }
    }
  }

  /// What something newer than we are is decoded to is nothing that is ever sent.
  private static boolean isDefault(Class<?> type, Enum<?> constant) {
    try {
      return type.getField(constant.name()).isAnnotationPresent(JsonEnumDefaultValue.class);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private void fillRecord(ObjectNode schema, Class<?> type) {
    schema.put("type", "object");
    ArrayNode required = NODES.arrayNode();
    ObjectNode properties = schema.putObject("properties");
    for (RecordComponent component : type.getRecordComponents()) {
      JsonProperty renamed = annotation(component, JsonProperty.class);
      String name =
          renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
      boolean nullable = isNullable(component.getAnnotatedType());
      ObjectNode property = property(component.getAnnotatedType(), component.getGenericType());
      properties.set(name, nullable ? orNull(property) : property);
      if (!nullable) {
        required.add(name);
      }
    }
    for (Method derived : type.getDeclaredMethods()) {
      JsonProperty named = derived.getAnnotation(JsonProperty.class);
      if (named != null && !properties.has(named.value())) {
        properties.set(named.value(), of(derived.getGenericReturnType()));
        required.add(named.value());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
  }

  private ObjectNode property(AnnotatedType annotated, Type type) {
    ObjectNode schema = of(type);
    if (annotated instanceof AnnotatedParameterizedType of && schema.has("items")) {
      AnnotatedType item = of.getAnnotatedActualTypeArguments()[0];
      if (isNullable(item)) {
        schema.set("items", orNull((ObjectNode) schema.get("items")));
      }
    }
    return schema;
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static <A extends java.lang.annotation.Annotation> @Nullable A annotation(
      RecordComponent component, Class<A> type) {
    AnnotatedElement accessor = component.getAccessor();
    A found = accessor.getAnnotation(type);
    return found == null ? component.getAnnotation(type) : found;
  }

  static ObjectNode orNull(ObjectNode schema) {
    if (schema.path("type").isTextual() && !schema.has("enum")) {
      ObjectNode both = schema.deepCopy();
      both.putArray("type").add(schema.get("type").textValue()).add("null");
      return both;
    }
    if (schema.isEmpty()) {
      return schema;
    }
    ObjectNode any = NODES.objectNode();
    any.putArray("anyOf").add(schema).add(type("null"));
    return any;
  }

  private static ObjectNode page(ObjectNode item) {
    ObjectNode page = type("object");
    ObjectNode properties = page.putObject("properties");
    properties.set("items", array(item));
    properties.set("nextCursor", orNull(type("string")));
    page.putArray("required").add("items");
    return page;
  }

  private static ObjectNode array(ObjectNode item) {
    ObjectNode array = type("array");
    array.set("items", item);
    return array;
  }

  static ObjectNode type(String name) {
    return NODES.objectNode().put("type", name);
  }

  static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
  }

  private static Class<?> wireType(String name) {
    try {
      return Class.forName(PACKAGE + "." + name.replace('.', '$'));
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("there is no wire record named " + name, e);
    }
  }
}

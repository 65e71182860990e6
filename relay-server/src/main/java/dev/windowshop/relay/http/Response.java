package dev.windowshop.relay.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a route answers.
///
/// @param body null, a record to encode as JSON, a `byte[]`, or a [Path] to send as it is
public record Response(int status, @Nullable Object body, Map<String, String> headers) {
  public static Response ok(Object body) {
    return new Response(200, body, Map.of());
  }

  public static Response created(Object body) {
    return new Response(201, body, Map.of());
  }

  public static Response accepted(Object body) {
    return new Response(202, body, Map.of());
  }

  public static Response noContent() {
    return new Response(204, null, Map.of());
  }

  /// Content that never changes under its address.
  public static Response immutable(byte[] bytes, String contentType) {
    return new Response(
        200,
        bytes,
        Map.of(
            "Content-Type", contentType, "Cache-Control", "public, max-age=31536000, immutable"));
  }

  public Response withHeader(String name, String value) {
    var all = new java.util.HashMap<>(headers);
    all.put(name, value);
    return new Response(status, body, Map.copyOf(all));
  }
}

package dev.windowshop.relay.http;

import dev.windowshop.protocol.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a route answers.
///
/// @param body null, a record to encode as JSON, a `byte[]`, or a [java.nio.file.Path], [FilePart]
///   or [TemporaryFile] to send as it is
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

  /// With an ETag of the content; 304 without content when that is what the client has.
  public Response revalidated(Request request) {
    byte[] bytes =
        body instanceof byte[] already ? already : Json.encodeBytes(Objects.requireNonNull(body));
    String tag = "\"" + hash(bytes) + "\"";
    Map<String, String> all = new HashMap<>(headers);
    all.putIfAbsent("Content-Type", "application/json");
    all.putIfAbsent("Cache-Control", "no-cache");
    all.put("ETag", tag);
    String known = request.header("If-None-Match");
    boolean same =
        known != null
            && Arrays.stream(known.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.replaceFirst("^W/", "").equals(tag));
    if (same) {
      all.remove("Content-Type");
    }
    return new Response(same ? 304 : status, same ? null : bytes, Map.copyOf(all));
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public Response withHeader(String name, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(name, value);
    return new Response(status, body, Map.copyOf(all));
  }
}

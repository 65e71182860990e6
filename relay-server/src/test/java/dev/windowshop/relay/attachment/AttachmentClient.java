package dev.windowshop.relay.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Uploads and fetches as somebody; an empty token is nobody's.
final class AttachmentClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  record Answer(int status, byte[] bytes, HttpResponse<byte[]> response) {
    JsonNode json() {
      return Json.decode(bytes, JsonNode.class);
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  private final String address;

  AttachmentClient(String address) {
    this.address = address;
  }

  JsonNode person(String name) throws Exception {
    Answer answer =
        json(
            "",
            "POST",
            "/auth/signup",
            Map.of("email", name + "@example.org", "username", name, "password", "correct horse"));
    assertEquals(201, answer.status(), () -> new String(answer.bytes()));
    return answer.json();
  }

  static String id(Answer made) {
    assertEquals(201, made.status(), () -> new String(made.bytes()));
    return made.json().path("id").asText();
  }

  Answer upload(String token, String name, byte[] bytes, String... fields) throws Exception {
    List<byte[]> parts = new ArrayList<>();
    for (int i = 0; i < fields.length; i += 2) {
      parts.add(
          ("--XX\r\nContent-Disposition: form-data; name=\""
                  + fields[i]
                  + "\"\r\n\r\n"
                  + fields[i + 1]
                  + "\r\n")
              .getBytes(StandardCharsets.UTF_8));
    }
    parts.add(
        ("--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: image/png\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    parts.add(bytes);
    parts.add("\r\n--XX--\r\n".getBytes(StandardCharsets.UTF_8));
    return send(
        token,
        "POST",
        "/api/v1/attachments",
        Samples.join(parts.toArray(byte[][]::new)),
        "Content-Type",
        "multipart/form-data; boundary=XX");
  }

  Answer patch(String token, String path, long offset, byte[] bytes) throws Exception {
    return send(token, "PATCH", path, bytes, "Upload-Offset", Long.toString(offset));
  }

  Answer get(String token, String id, String... headers) throws Exception {
    return send(token, "GET", "/api/v1/attachments/" + id, null, headers);
  }

  Answer json(
      String token, String method, String path, @org.jspecify.annotations.Nullable Object body)
      throws Exception {
    return send(token, method, "/api/v1" + path, body == null ? null : Json.encodeBytes(body));
  }

  Answer send(
      String token,
      String method,
      String path,
      byte @org.jspecify.annotations.Nullable [] body,
      String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    HttpResponse<byte[]> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), response.body(), response);
  }
}

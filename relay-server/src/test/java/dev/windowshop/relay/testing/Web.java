package dev.windowshop.relay.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An outside client that says exactly what it is told to, byte for byte.
public final class Web {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String address;
  private final List<String> headers;

  public record Answer(int status, byte[] bytes, HttpResponse<byte[]> response) {
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      return Json.decode(text(), JsonNode.class);
    }

    public <T> T as(Class<T> type) {
      return Json.decode(bytes, type);
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /// The last part of a problem's type.
    public String problem() {
      String type = json().path("type").asText();
      return type.substring(type.lastIndexOf(':') + 1);
    }
  }

  public Web(String address) {
    this(address, List.of());
  }

  private Web(String address, List<String> headers) {
    this.address = address;
    this.headers = headers;
  }

  public Web with(String header, String value) {
    List<String> all = new ArrayList<>(headers);
    all.add(header);
    all.add(value);
    return new Web(address, all);
  }

  public Web token(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /// The token given to [#token].
  public String bearer() {
    return headers.getLast().replaceFirst("^Bearer ", "");
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  public Answer send(String method, String path, @Nullable String body) {
    String root =
        path.matches("/(health|media|\\.|openapi|asyncapi|docs|metrics).*") ? "" : "/api/v1";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + root + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), headers.get(i + 1));
    }
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

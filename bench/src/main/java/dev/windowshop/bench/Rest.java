package dev.windowshop.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Plain REST with a relay.
public record Rest(HttpClient http, String address, @Nullable String token) {
  public static Rest at(String address) {
    return new Rest(
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build(),
        address,
        null);
  }

  public Rest as(String newToken) {
    return new Rest(http, address, newToken);
  }

  public JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  public JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofByteArray(Json.encodeBytes(body))));
  }

  public JsonNode put(String path, Object body) throws IOException, InterruptedException {
    return send(request(path).PUT(HttpRequest.BodyPublishers.ofByteArray(Json.encodeBytes(body))));
  }

  public JsonNode delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE());
  }

  /// The relay's answer that it will not.
  public static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;

    RefusedException(int status, String what) {
      super(status + ": " + what);
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    JsonNode body =
        answer.body().length == 0
            ? MissingNode.getInstance()
            : Json.decode(answer.body(), JsonNode.class);
    if (answer.statusCode() >= 300) {
      throw new RefusedException(answer.statusCode(), body.toString());
    }
    return body;
  }
}

package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/// Plain REST, as an outside client would speak it.
public record RestClient(HttpClient http, String address, @Nullable String token) {
  public record Answer(int status, JsonNode body) {
    public <T> T as(Class<T> type) {
      return Json.decode(body, type);
    }
  }

  public RestClient(String address) {
    this(HttpClient.newHttpClient(), address, null);
  }

  public RestClient with(String newToken) {
    return new RestClient(http, address, newToken);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer delete(String path, Object body) {
    return send("DELETE", path, body);
  }

  private Answer send(String method, String path, @Nullable Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(Json.encodeBytes(body)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      String text = response.body();
      JsonNode tree = text.isEmpty() ? Json.mapper().nullNode() : Json.decode(text, JsonNode.class);
      return new Answer(response.statusCode(), tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

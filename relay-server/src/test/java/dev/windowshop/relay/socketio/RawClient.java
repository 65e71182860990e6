package dev.windowshop.relay.socketio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Speaks the wire by hand, to say what no proper client says.
final class RawClient implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  RawClient(URI base) {
    this.base = base;
  }

  /// A new polling session.
  ///
  /// @return its id
  String open() throws IOException, InterruptedException {
    String body = get("?EIO=4&transport=polling").body();
    int start = body.indexOf("\"sid\":\"") + 7;
    return body.substring(start, body.indexOf('"', start));
  }

  HttpResponse<String> get(String query) throws IOException, InterruptedException {
    return http.send(request(query).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> poll(String id) throws IOException, InterruptedException {
    return get("?EIO=4&transport=polling&sid=" + id);
  }

  HttpResponse<String> post(String id, String body) throws IOException, InterruptedException {
    return post(id, BodyPublishers.ofString(body));
  }

  HttpResponse<String> post(String id, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    return http.send(
        request("?EIO=4&transport=polling&sid=" + id).POST(body).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String query) {
    return HttpRequest.newBuilder(base.resolve(query)).timeout(Duration.ofSeconds(10));
  }

  /// A WebSocket that reads only as many messages as it is asked to.
  RawSocket webSocket(String query, long messages) {
    BlockingQueue<String> events = new LinkedBlockingQueue<>();
    WebSocket webSocket =
        http.newWebSocketBuilder()
            .buildAsync(
                URI.create(base.resolve(query).toString().replace("http:", "ws:")),
                new Listener(events, messages))
            .join();
    return new RawSocket(webSocket, events);
  }

  /// @param events messages, and `closed` at the end
  record RawSocket(WebSocket webSocket, BlockingQueue<String> events) {}

  private record Listener(BlockingQueue<String> events, long messages)
      implements WebSocket.Listener {
    @Override
    public void onOpen(WebSocket webSocket) {
      webSocket.request(messages);
    }

    @Override
    public @Nullable CompletionStage<?> onText(
        WebSocket webSocket, CharSequence data, boolean last) {
      events.add(data.toString());
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int status, String reason) {
      events.add("closed");
      return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
      events.add("closed");
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}

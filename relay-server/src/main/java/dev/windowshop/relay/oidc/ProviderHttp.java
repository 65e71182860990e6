package dev.windowshop.relay.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Asks providers: no redirects, ten seconds, a megabyte at most. Thread-safe; blocks.
final class ProviderHttp implements ResourceRetriever, AutoCloseable {
  private static final int MOST = 1_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .executor(task -> Thread.ofVirtual().name("oidc-http").start(task))
          .build();

  record Answer(int status, String body) {}

  /// @throws IOException also for any other status than 200
  String get(String address) throws IOException {
    return expect200(address, send(HttpRequest.newBuilder(URI.create(address))));
  }

  String get(String address, String accessToken) throws IOException {
    return expect200(
        address,
        send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + accessToken)));
  }

  private static String expect200(String address, Answer answer) throws IOException {
    if (answer.status() != 200) {
      throw new IOException(address + " answered " + answer.status());
    }
    return answer.body();
  }

  Answer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<InputStream> response =
          client.send(
              request.timeout(PATIENCE).header("Accept", "application/json").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] bytes = body.readNBytes(MOST + 1);
        if (bytes.length > MOST) {
          throw new IOException("the answer is too long");
        }
        return new Answer(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    return new Resource(get(url.toString()), "application/json");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}

package dev.windowshop.client.net;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// One HTTP exchange: sends, reads it all, and turns what went wrong into one of our exceptions.
/// Thread-safe; [#send] blocks.
public final class HttpExchange implements AutoCloseable {
  private static final int NOT_MODIFIED = 304;

  private final OkHttpClient client;
  private final Live<Boolean> reachable = new Live<>(true);

  public HttpExchange() {
    this.client =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(5))
            .readTimeout(Duration.ofSeconds(20))
            .writeTimeout(Duration.ofSeconds(20))
            .callTimeout(Duration.ofSeconds(60))
            .followRedirects(false)
            .build();
  }

  /// @param notModified the relay's copy is the one we named
  record Answer(byte[] body, @Nullable String etag, boolean notModified) {}

  /// Whether the last exchange got an answer.
  Live<Boolean> reachable() {
    return reachable;
  }

  /// Shared with the socket, which sets time-outs of its own.
  OkHttpClient client() {
    return client;
  }

  Answer send(Request.Builder request) {
    try (Response response = client.newCall(request.build()).execute()) {
      byte[] body = response.body().bytes();
      reached(true);
      if (response.code() == NOT_MODIFIED) {
        return new Answer(body, null, true);
      }
      if (!response.isSuccessful()) {
        throw new ProblemException(problem(response, body));
      }
      return new Answer(body, response.header("ETag"), false);
    } catch (IOException e) {
      reached(false);
      throw new RelayUnreachableException(reason(e), e);
    }
  }

  private void reached(boolean yes) {
    reachable.update(before -> yes);
  }

  private static Problem problem(Response response, byte[] body) {
    if (body.length > 0) {
      try {
        return Json.decode(body, Problem.class);
      } catch (ProblemException e) {
        // A proxy's own page: what counts is the status.
        return plain(response.code(), e);
      }
    }
    return plain(response.code(), null);
  }

  private static Problem plain(int status, @Nullable ProblemException unreadable) {
    String detail =
        "The relay's address answered "
            + status
            + (unreadable == null ? "." : ", and not as a relay does.");
    ProblemType type = ProblemType.UNKNOWN;
    return new Problem(type.uri(), type.title(), status, detail, null, null, null, null, null);
  }

  static String reason(Throwable e) {
    return switch (e) {
      case UnknownHostException host -> "There is no network, or no relay of that name.";
      case ConnectException refused -> "The relay is not running, or not reachable from here.";
      case SocketTimeoutException late -> "The relay did not answer in time.";
      case SSLException tls -> "The relay could not prove that it is the right one.";
      default -> "The connection to the relay broke.";
    };
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
    try {
      client.dispatcher().executorService().awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

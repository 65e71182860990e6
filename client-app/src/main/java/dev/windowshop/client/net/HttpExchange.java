package dev.windowshop.client.net;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// One HTTP exchange: sends, reads it all, and turns what went wrong into one of our exceptions.
/// Thread-safe; [#send] blocks.
public final class HttpExchange implements AutoCloseable {
  private static final int NOT_MODIFIED = 304;

  /// How we are called in the list of devices.
  private static final String DEVICE =
      "Windowshop on "
          + System.getProperty("os.name", "some system").replaceAll("[^\\x20-\\x7e]", "");

  /// Made with the first exchange: reading what the system trusts takes its time, and nothing that
  /// is shown first waits for the relay.
  private @Nullable OkHttpClient client;

  private final Live<Boolean> reachable = new Live<>(true);
  private final Patience patience = new Patience(System::nanoTime);

  /// @param notModified the relay's copy is the one we named
  record Answer(byte[] body, @Nullable String etag, boolean notModified) {}

  /// Whether the last exchange got an answer.
  Live<Boolean> reachable() {
    return reachable;
  }

  /// Shared with the socket, which sets time-outs of its own.
  synchronized OkHttpClient client() {
    OkHttpClient made = client;
    if (made == null) {
      made =
          new OkHttpClient.Builder()
              .connectTimeout(Duration.ofSeconds(5))
              .readTimeout(Duration.ofSeconds(20))
              .writeTimeout(Duration.ofSeconds(20))
              .callTimeout(Duration.ofSeconds(60))
              .followRedirects(false)
              .build();
      client = made;
    }
    return made;
  }

  Answer send(Request.Builder built) {
    Request request = built.header("User-Agent", DEVICE).build();
    patience.check(request);
    try (Response response = client().newCall(request).execute()) {
      byte[] body = response.body().bytes();
      reached(true);
      if (response.code() == NOT_MODIFIED) {
        return new Answer(body, null, true);
      }
      if (!response.isSuccessful()) {
        Problem problem = problem(response, body);
        patience.heard(request, problem);
        throw new ProblemException(problem);
      }
      return new Answer(body, response.header("ETag"), false);
    } catch (IOException e) {
      reached(false);
      throw new RelayUnreachableException(reason(e), e);
    }
  }

  /// Streams the answer into a file. What came of one that broke is left to the caller.
  void receive(Request.Builder request, Path file, LongConsumer progress) {
    OkHttpClient patient =
        client().newBuilder().callTimeout(Duration.ZERO).readTimeout(Duration.ofMinutes(3)).build();
    try (Response response =
        patient.newCall(request.header("User-Agent", DEVICE).build()).execute()) {
      reached(true);
      if (!response.isSuccessful()) {
        throw new ProblemException(problem(response, response.body().bytes()));
      }
      try (InputStream in = response.body().byteStream();
          OutputStream out = Files.newOutputStream(file)) {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          out.write(buffer, 0, read);
          total += read;
          progress.accept(total);
        }
      }
    } catch (FileSystemException e) {
      throw new UncheckedIOException(e);
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
    OkHttpClient made;
    synchronized (this) {
      made = client;
    }
    if (made == null) {
      return;
    }
    made.dispatcher().cancelAll();
    made.connectionPool().evictAll();
    made.dispatcher().executorService().shutdown();
    try {
      made.dispatcher().executorService().awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

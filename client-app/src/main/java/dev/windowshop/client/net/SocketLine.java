package dev.windowshop.client.net;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection, from its attempt to its end; the next attempt is another object. So nothing that
/// the library keeps (its send buffer, its authentication map) can reach the next connection.
///
/// Thread-safe. What it reports comes on the library's only thread, which must not be held up.
final class SocketLine {
  private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);
  private static final Duration ANSWER_TIME = Duration.ofSeconds(10);

  /// What becomes of the connection.
  sealed interface Report {
    record Event(String name, JsonNode payload) implements Report {}

    /// The relay turned us away.
    record Refused(Problem problem) implements Report {}

    /// It could not be made, or it ended.
    record Broken(String why) implements Report {}
  }

  private final Socket socket;
  private final Consumer<Report> reports;
  private final Set<CompletableFuture<JsonNode>> unanswered = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  SocketLine(
      RelayAddress address,
      String token,
      OkHttpClient http,
      boolean polling,
      Consumer<Report> reports) {
    this.reports = reports;
    IO.Options options = new IO.Options();
    options.forceNew = true;
    options.reconnection = false;
    options.timeout = 10_000;
    options.transports =
        polling ? new String[] {"polling", "websocket"} : new String[] {"websocket"};
    options.auth = Map.of("token", token);
    options.callFactory = http;
    options.webSocketFactory = new PromptWebSockets(http);
    this.socket = IO.socket(URI.create(address.base()), options);
    socket.on(Socket.EVENT_CONNECT_ERROR, arguments -> failed(first(arguments)));
    socket.on(Socket.EVENT_DISCONNECT, arguments -> broken("The connection to the relay broke."));
    socket.onAnyIncoming(this::received);
  }

  void open() {
    socket.connect();
  }

  /// Completes with the acknowledgement's fields; fails at once when there is no connection.
  CompletableFuture<JsonNode> send(String command, Object body) {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    unanswered.add(answer);
    answer.whenComplete((node, failure) -> unanswered.remove(answer));
    if (closed || !socket.connected()) {
      answer.completeExceptionally(lost());
      return answer;
    }
    socket.emit(
        command, OrgJson.toOrg(body), (Ack) arguments -> acknowledged(answer, first(arguments)));
    CompletableFuture.delayedExecutor(ANSWER_TIME.toMillis(), TimeUnit.MILLISECONDS)
        .execute(() ->
            answer.completeExceptionally(
                new RelayUnreachableException("The relay did not answer in time.", null)));
    return answer;
  }

  void close() {
    closed = true;
    socket.off();
    socket.disconnect();
    forget();
  }

  private void acknowledged(CompletableFuture<JsonNode> answer, @Nullable Object argument) {
    try {
      JsonNode node = OrgJson.toJackson(argument);
      if (node.path("ok").asBoolean(false)) {
        answer.complete(node);
      } else {
        answer.completeExceptionally(
            new ProblemException(Json.decode(node.path("problem"), Problem.class)));
      }
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private void received(@Nullable Object... arguments) {
    String name = String.valueOf(arguments[0]);
    try {
      JsonNode payload = OrgJson.toJackson(arguments.length > 1 ? arguments[1] : null);
      reports.accept(new Report.Event(name, payload));
    } catch (ProblemException e) {
      LOG.warn("An event '{}' that cannot be read was dropped", name, e);
    }
  }

  private void failed(@Nullable Object cause) {
    if (closed) {
      return;
    }
    if (cause instanceof JSONObject refusal) {
      reports.accept(new Report.Refused(problem(refusal)));
    } else {
      Throwable deepest = cause instanceof Throwable failure ? failure : new Exception("unknown");
      while (deepest.getCause() != null) {
        deepest = deepest.getCause();
      }
      reports.accept(new Report.Broken(HttpExchange.reason(deepest)));
    }
    forget();
  }

  private void broken(String why) {
    if (!closed) {
      reports.accept(new Report.Broken(why));
    }
    forget();
  }

  private void forget() {
    unanswered.forEach(answer -> answer.completeExceptionally(lost()));
  }

  /// A refusal is `{message, data}`, its data a problem.
  private static Problem problem(JSONObject refusal) {
    try {
      return Json.decode(OrgJson.toJackson(refusal.opt("data")), Problem.class);
    } catch (ProblemException e) {
      return Problem.of(ProblemType.UNKNOWN, "The relay refused: " + refusal.opt("message"));
    }
  }

  private static RelayUnreachableException lost() {
    return new RelayUnreachableException("There is no connection to the relay.", null);
  }

  private static @Nullable Object first(@Nullable Object[] arguments) {
    return arguments.length == 0 ? null : arguments[0];
  }
}

package dev.windowshop.relay.socketio.engine;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.ContextInternal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP side of Engine.IO: takes requests under one path and leads each to its session. One
/// server may be shared by HTTP servers on several event loops.
public final class EngineServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EngineServer.class);

  private final EngineConfig config;
  private final Function<Engine, EngineListener> owners;
  private final Cors cors;
  private final Sessions sessions = new Sessions();
  private volatile boolean closed;

  /// @param owners called on the session's event loop when it opens
  public EngineServer(EngineConfig config, Function<Engine, EngineListener> owners) {
    this.config = config;
    this.owners = owners;
    this.cors = new Cors(config.corsOrigins());
  }

  /// Takes the request if it is under this server's path. Call it on the request's event loop and
  /// before any router, whose wrapped requests do not give the WebSocket needed here.
  ///
  /// @return whether the request is taken care of
  public boolean handle(HttpServerRequest request) {
    String path = request.path();
    if (path == null || !(path.equals(config.path()) || path.equals(config.path() + "/"))) {
      return false;
    }
    if (!(Vertx.currentContext() instanceof ContextInternal context)
        || !context.isEventLoopContext()) {
      throw new IllegalStateException("requests of sessions must arrive on an event loop");
    }
    Exchange exchange = new Exchange(request, context.nettyEventLoop());
    cors.allow(request);
    if (closed) {
      exchange.answer(503, "text/plain", new byte[0]);
    } else if (request.method().equals(HttpMethod.OPTIONS)) {
      cors.preflight(request);
    } else {
      route(exchange);
    }
    return true;
  }

  private void route(Exchange exchange) {
    HttpServerRequest request = exchange.request();
    Map<String, String> query = new HashMap<>();
    try {
      request.params().forEach(query::putIfAbsent);
    } catch (IllegalArgumentException e) {
      refuse(exchange, Refusal.BAD_REQUEST);
      return;
    }
    TransportKind kind = TransportKind.of(query.get("transport"));
    boolean webSocket = "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    String id = query.get("sid");
    Engine engine = id == null ? null : sessions.find(id);
    if (kind == null || !config.transports().contains(kind)) {
      refuse(exchange, Refusal.UNKNOWN_TRANSPORT);
    } else if (!"4".equals(query.get("EIO"))) {
      refuse(exchange, Refusal.UNSUPPORTED_VERSION);
    } else if (webSocket != (kind == TransportKind.WEBSOCKET)) {
      refuse(exchange, Refusal.BAD_REQUEST);
    } else if (id != null && engine == null) {
      refuse(exchange, Refusal.UNKNOWN_SESSION);
    } else if (engine == null && !request.method().equals(HttpMethod.GET)) {
      refuse(exchange, Refusal.BAD_HANDSHAKE_METHOD);
    } else if (engine != null && kind == TransportKind.WEBSOCKET) {
      webSocket(exchange, engine, engine::probe);
    } else if (engine != null) {
      poll(exchange, engine);
    } else {
      open(exchange, kind, query);
    }
  }

  private void open(Exchange exchange, TransportKind kind, Map<String, String> query) {
    HttpServerRequest request = exchange.request();
    Map<String, String> headers = new HashMap<>();
    request
        .headers()
        .forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    Origin origin =
        new Origin(Map.copyOf(headers), Map.copyOf(query), request.remoteAddress().hostAddress());
    Engine engine = new Engine(sessions, config, sessions.newId(), exchange.loop(), origin);
    switch (kind) {
      case WEBSOCKET -> webSocket(exchange, engine, transport -> admit(engine, transport));
      case POLLING -> {
        PollingTransport transport = new PollingTransport(engine, config.maxBufferedBytes());
        transport.offerPoll(exchange);
        admit(engine, transport);
      }
    }
  }

  private void admit(Engine engine, Transport transport) {
    sessions.admitted(engine, transport);
    engine.open(transport, owners.apply(engine));
    if (closed) {
      engine.close(CloseReason.SERVER_SHUTDOWN);
    }
  }

  private void webSocket(Exchange exchange, Engine engine, Consumer<WebSocketTransport> then) {
    exchange
        .request()
        .toWebSocket()
        .onComplete(
            webSocket -> {
              WebSocketTransport transport =
                  new WebSocketTransport(webSocket, engine, config.maxBufferedBytes());
              engine.run(() -> then.accept(transport));
            },
            failure -> LOG.debug("a WebSocket handshake failed", failure));
  }

  private void poll(Exchange exchange, Engine engine) {
    HttpMethod method = exchange.request().method();
    if (method.equals(HttpMethod.GET)) {
      engine.run(() -> answerPoll(exchange, engine));
    } else if (method.equals(HttpMethod.POST)) {
      post(exchange, engine);
    } else {
      refuse(exchange, Refusal.BAD_REQUEST);
    }
  }

  private void answerPoll(Exchange exchange, Engine engine) {
    engine.endIfOverdue();
    if (!(engine.transport() instanceof PollingTransport polling)
        || (engine.isClosed() && !polling.hasLastWords())) {
      refuse(exchange, Refusal.BAD_REQUEST);
    } else if (!polling.offerPoll(exchange)) {
      engine.close(CloseReason.TRANSPORT_ERROR);
      refuse(exchange, Refusal.BAD_REQUEST);
    } else if (engine.isClosed()) {
      sessions.forget(engine);
    }
  }

  private void post(Exchange exchange, Engine engine) {
    if (!engine.beginPost()) {
      engine.close(CloseReason.TRANSPORT_ERROR);
      refuse(exchange, Refusal.BAD_REQUEST);
      return;
    }
    PostBody.read(
        exchange.request(),
        config.maxPayload(),
        body -> engine.run(() -> accept(exchange, engine, body)),
        () -> {
          sessions.refused();
          exchange.tooLarge();
          engine.close(CloseReason.TRANSPORT_ERROR);
        },
        () -> engine.close(CloseReason.TRANSPORT_ERROR));
  }

  private void accept(Exchange exchange, Engine engine, String body) {
    engine.endPost();
    engine.endIfOverdue();
    if (engine.isClosed() || !(engine.transport() instanceof PollingTransport)) {
      refuse(exchange, Refusal.BAD_REQUEST);
      return;
    }
    engine.onPayload(body);
    if (engine.closeReason() == CloseReason.PARSE_ERROR) {
      refuse(exchange, Refusal.BAD_REQUEST);
    } else {
      exchange.ok();
    }
  }

  private void refuse(Exchange exchange, Refusal refusal) {
    sessions.refused();
    exchange.refuse(refusal);
  }

  public EngineStats stats() {
    return sessions.stats();
  }

  /// Ends every session; requests that still come are answered 503.
  @Override
  public void close() {
    closed = true;
    sessions.closeAll();
  }
}

package dev.windowshop.relay.app;

import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Unreadable;
import dev.windowshop.relay.socketio.SocketIoConfig;
import dev.windowshop.relay.socketio.SocketIoServer;
import dev.windowshop.relay.socketio.UndecodedRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The one port, on which REST and sockets are answered, with or without TLS. Thread-safe.
final class Listener {
  private static final int STOP_SECONDS = 10;
  private static final int TLS_SECONDS = 10;

  /// How long connections are given to end by themselves.
  private static final int GRACE_SECONDS = 3;

  private final RelayConfig config;
  private final HttpServer server;
  private final String address;
  private final @Nullable TlsWatch certificates;

  /// @throws CannotStartException when the port or the certificate can't be had
  Listener(
      RelayConfig config,
      Vertx vertx,
      HttpApi api,
      SocketIoServer sockets,
      SocketIoConfig socketConfig,
      Opened opened) {
    this.config = config;
    this.server = listen(vertx, api, sockets, socketConfig);
    String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
    String scheme = config.edge().tls() == null ? "http://" : "https://";
    this.address = scheme + host + ":" + server.actualPort();
    opened.add(() ->
        server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS).await(STOP_SECONDS, TimeUnit.SECONDS));
    opened.add(sockets);
    this.certificates = certificates();
  }

  /// Where it listens, for example `http://127.0.0.1:4000`.
  String address() {
    return address;
  }

  /// Takes up new certificates by itself from now on.
  void watch(ScheduledExecutorService timer) {
    if (certificates != null) {
      timer.scheduleWithFixedDelay(
          this::lookAtCertificate, TLS_SECONDS, TLS_SECONDS, TimeUnit.SECONDS);
    }
  }

  void lookAtCertificate() {
    if (certificates != null) {
      certificates.look();
    }
  }

  private @Nullable TlsWatch certificates() {
    TlsConfig tls = config.edge().tls();
    try {
      return tls == null ? null : new TlsWatch(tls, server);
    } catch (IOException e) {
      throw new CannotStartException("The certificate can't be read: " + e.getMessage() + ".", e);
    }
  }

  private HttpServerOptions serverOptions(SocketIoConfig sockets) {
    HttpServerOptions options =
        sockets.applyTo(new HttpServerOptions().setWebSocketClosingTimeout(1));
    TlsConfig tls = config.edge().tls();
    return tls == null ? options : options.setSsl(true).setKeyCertOptions(tls.options());
  }

  private HttpServer listen(
      Vertx vertx, HttpApi api, SocketIoServer sockets, SocketIoConfig socketConfig) {
    HttpServer server =
        vertx
            .createHttpServer(serverOptions(socketConfig))
            .invalidRequestHandler(
                request -> Unreadable.refuse(request, UndecodedRequest.status(request)))
            .requestHandler(request -> {
              if (!sockets.handle(request)) {
                api.handle(request);
              }
            });
    try {
      server.listen(config.port(), config.host()).await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new CannotStartException(whyNotListening(e), e);
    }
    return server;
  }

  private String whyNotListening(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return cause.getMessage() != null && cause.getMessage().contains("in use")
            ? "Port "
                + config.port()
                + " on "
                + config.host()
                + " is in use: stop what uses it or choose another with --port."
            : "The relay can't listen on "
                + config.host()
                + " port "
                + config.port()
                + ": "
                + cause.getMessage()
                + ".";
      }
      if (cause instanceof UnknownHostException) {
        return "There is no address named " + config.host() + " to listen on.";
      }
      TlsConfig tls = config.edge().tls();
      if (tls != null
          && (cause instanceof GeneralSecurityException || cause instanceof IOException)) {
        return "The certificate in " + tls.files() + " can't be used: " + cause.getMessage() + ".";
      }
    }
    return "The relay can't listen on "
        + config.host()
        + " port "
        + config.port()
        + ": "
        + failure.getMessage()
        + ".";
  }
}

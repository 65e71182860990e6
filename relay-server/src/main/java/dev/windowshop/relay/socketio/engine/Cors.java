package dev.windowshop.relay.socketio.engine;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/// Lets browsers of the configured origins use polling. WebSockets need none of it.
record Cors(Set<String> origins) {
  void allow(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null && (origins.contains("*") || origins.contains(origin))) {
      request
          .response()
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .putHeader(HttpHeaders.VARY, "Origin");
    }
  }

  void preflight(HttpServerRequest request) {
    request
        .response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET,POST")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "content-type,authorization")
        .end();
  }
}

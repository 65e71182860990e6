package dev.windowshop.relay.http;

import dev.windowshop.relay.stop.Work;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What every request meets first, on the event loop: an id, the security headers, CORS, the
/// counting of what runs, and being turned away while the relay stops.
final class FrontDoor {
  static final String ID_HEADER = "X-Request-Id";

  /// Nothing that the relay answers is meant to be a page, but for those that say otherwise.
  private static final String POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
  private static final String TAKEN =
      "Authorization, Content-Type, Idempotency-Key, If-None-Match, Range, Windowshop-Guest,"
          + " X-Request-Id";
  private static final String SHOWN =
      "ETag, Retry-After, X-Request-Id, Content-Range, Location, Upload-Offset";
  private static final Set<String> KNOWN =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
  private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
  private static final String ID = "windowshop.request";
  private static final String ROUTE = "windowshop.route";

  private final HttpEdge edge;

  FrontDoor(HttpEdge edge) {
    this.edge = edge;
  }

  /// The id by which the log knows this request.
  static String id(RoutingContext context) {
    String id = context.get(ID);
    return id == null ? "none" : id;
  }

  static void routed(RoutingContext context, String route) {
    context.put(ROUTE, route);
  }

  void enter(RoutingContext context) {
    long start = System.nanoTime();
    HttpServerRequest request = context.request();
    String asked = request.getHeader(ID_HEADER);
    context.put(ID, asked != null && SANE_ID.matcher(asked).matches() ? asked : newId());
    headers(context);
    boolean counted = edge.work().begin();
    context.addEndHandler(_ -> left(context, counted, System.nanoTime() - start));
    if (!counted && !request.path().startsWith("/health")) {
      context.response().putHeader("Connection", "close");
      Answers.problem(context.response(), Work.refusal());
      return;
    }
    if (allowed(context) && request.method().equals(HttpMethod.OPTIONS)) {
      context
          .response()
          .putHeader("Access-Control-Allow-Methods", METHODS)
          .putHeader("Access-Control-Allow-Headers", TAKEN)
          .putHeader("Access-Control-Max-Age", "600")
          .setStatusCode(204)
          .end();
      return;
    }
    context.next();
  }

  private void left(RoutingContext context, boolean counted, long nanos) {
    if (counted) {
      edge.work().end();
    }
    String method = context.request().method().name();
    String route = context.get(ROUTE);
    int status = context.response().getStatusCode();
    edge.observer()
        .ended(
            KNOWN.contains(method) ? method : "OTHER",
            route == null ? "none" : route,
            status,
            nanos);
    if (LOG.isDebugEnabled()) {
      LOG.debug("{} {} {} in {} µs [{}]", method, route, status, nanos / 1000, id(context));
    }
  }

  private void headers(RoutingContext context) {
    HttpServerResponse response =
        context
            .response()
            .putHeader(ID_HEADER, id(context))
            .putHeader("X-Content-Type-Options", "nosniff")
            .putHeader("X-Frame-Options", "DENY")
            .putHeader("Referrer-Policy", "no-referrer")
            .putHeader("Content-Security-Policy", POLICY);
    if (edge.secure()) {
      response.putHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }

  private boolean allowed(RoutingContext context) {
    if (edge.corsOrigins().isEmpty()) {
      return false;
    }
    HttpServerResponse response = context.response().putHeader("Vary", "Origin");
    String origin = context.request().getHeader("Origin");
    if (origin == null
        || !(edge.corsOrigins().contains("*") || edge.corsOrigins().contains(origin))) {
      return false;
    }
    response
        .putHeader("Access-Control-Allow-Origin", origin)
        .putHeader("Access-Control-Expose-Headers", SHOWN);
    return true;
  }

  private static String newId() {
    byte[] bytes = new byte[8];
    ThreadLocalRandom.current().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

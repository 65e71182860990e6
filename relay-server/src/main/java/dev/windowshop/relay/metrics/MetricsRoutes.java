package dev.windowshop.relay.metrics;

import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// `/metrics`, for whoever runs the relay.
public final class MetricsRoutes {
  private final Metrics metrics;

  public MetricsRoutes(Metrics metrics) {
    this.metrics = metrics;
  }

  public void register(HttpApi api) {
    api.get("/metrics", Access.OPERATOR, this::scrape);
  }

  private Response scrape(Request request) {
    return new Response(
        200,
        metrics.scrape().getBytes(StandardCharsets.UTF_8),
        Map.of(
            "Content-Type",
            "text/plain; version=0.0.4; charset=utf-8",
            "Cache-Control",
            "no-store"));
  }
}

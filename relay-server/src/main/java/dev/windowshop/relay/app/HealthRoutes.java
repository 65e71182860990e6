package dev.windowshop.relay.app;

import dev.windowshop.protocol.Health;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.http.Access;
import dev.windowshop.relay.http.HttpApi;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// `/health`: whether the process lives, whether it takes work, and what is on.
final class HealthRoutes {
  private final String version;
  private final Map<String, Boolean> features;
  private final Map<String, Supplier<String>> checks;
  private final BooleanSupplier serving;

  /// @param checks each answers `ok…` or says what is wrong
  /// @param serving false while the relay stops
  HealthRoutes(
      String version,
      Map<String, Boolean> features,
      Map<String, Supplier<String>> checks,
      BooleanSupplier serving) {
    this.version = version;
    this.features = features;
    this.checks = checks;
    this.serving = serving;
  }

  void register(HttpApi api) {
    api.get("/health/live", Access.PUBLIC, request -> Response.ok(Map.of("status", "ok")));
    api.get("/health/ready", Access.PUBLIC, this::ready);
    api.get("/health", Access.PUBLIC, this::health);
  }

  private Response ready(Request request) {
    Health health = look();
    boolean ok = health.status().equals("ok");
    return new Response(ok ? 200 : 503, Map.of("status", health.status()), Map.of());
  }

  private Response health(Request request) {
    return Response.ok(look()).withHeader("Cache-Control", "no-store");
  }

  private Health look() {
    Map<String, String> results = new LinkedHashMap<>();
    checks.forEach((name, check) -> results.put(name, result(check)));
    boolean ok =
        serving.getAsBoolean() && results.values().stream().allMatch(r -> r.startsWith("ok"));
    return new Health(ok ? "ok" : "failing", version, Protocol.VERSION, features, results);
  }

  private static String result(Supplier<String> check) {
    try {
      return check.get();
    } catch (RuntimeException e) {
      org.slf4j.LoggerFactory.getLogger(HealthRoutes.class).warn("a health check failed", e);
      return "failing";
    }
  }
}

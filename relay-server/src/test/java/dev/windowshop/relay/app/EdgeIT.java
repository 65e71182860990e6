package dev.windowshop.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeIT {
  private static final String TOKEN = "a-token-of-the-operator";

  @TempDir static Path data;
  private static Relay relay;

  @BeforeAll
  static void start() {
    relay =
        Relay.start(
            TestDatabases.config(data)
                .withDemo(true)
                .with(config ->
                    config.edge(new EdgeConfig(null, List.of("https://shop.example.org"), TOKEN))));
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  private static Web web() {
    return new Web(relay.address());
  }

  @Test
  void everyAnswerSaysWhatBrowsersMayDoWithIt() {
    for (String path : List.of("/products", "/health", "/nothing-here", "/me")) {
      Web.Answer answer = web().get(path);
      assertEquals("nosniff", answer.header("X-Content-Type-Options"), path);
      assertEquals("DENY", answer.header("X-Frame-Options"), path);
      assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'"), path);
      assertEquals("", answer.header("Strict-Transport-Security"), path);
    }
  }

  @Test
  void aRequestHasAnId() {
    assertEquals(
        "my-request-1",
        web().with("X-Request-Id", "my-request-1").get("/products").header("X-Request-Id"));
    String made = web().with("X-Request-Id", "<script>").get("/products").header("X-Request-Id");
    assertTrue(made.matches("[0-9a-f]{16}"), made);
    assertNotEquals(made, web().get("/products").header("X-Request-Id"));
  }

  @Test
  void whatIsPersonalIsNotKept() {
    Web.Answer signedUp =
        web()
            .post(
                "/auth/signup",
                "{\"email\":\"e@example.org\",\"username\":\"edge\",\"password\":\"correct horse\"}");
    assertEquals("no-store", signedUp.header("Cache-Control"));
    Web own = web().token(signedUp.json().path("accessToken").asText());
    assertEquals("no-store", own.get("/me").header("Cache-Control"));
    assertEquals("no-store", own.get("/conversations").header("Cache-Control"));
  }

  @Test
  void longTextIsCompressedForThoseWhoTakeIt() throws Exception {
    Web.Answer answer = web().with("Accept-Encoding", "gzip").get("/products?limit=50");
    assertEquals("gzip", answer.header("Content-Encoding"));
    assertTrue(answer.header("ETag").startsWith("W/"));
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(answer.bytes())).readAllBytes();
    assertTrue(answer.bytes().length * 2 < plain.length);
    Web.Answer same = web().with("If-None-Match", answer.header("ETag")).get("/products?limit=50");
    assertEquals(304, same.status());
    assertEquals("", web().get("/products?limit=50").header("Content-Encoding"));
    String picture = web().get("/products?limit=1").json().at("/items/0/media/0/url").asText();
    assertEquals("", web().with("Accept-Encoding", "gzip").get(picture).header("Content-Encoding"));
  }

  @Test
  void onlyNamedOriginsMayUseIt() throws Exception {
    Web.Answer own = web().with("Origin", "https://shop.example.org").get("/products");
    assertEquals("https://shop.example.org", own.header("Access-Control-Allow-Origin"));
    Web.Answer other = web().with("Origin", "https://evil.example").get("/products");
    assertEquals("", other.header("Access-Control-Allow-Origin"));
    assertEquals(204, preflight("https://shop.example.org").statusCode());
    assertTrue(
        preflight("https://evil.example")
            .headers()
            .firstValue("Access-Control-Allow-Origin")
            .isEmpty());
    HttpResponse<String> polling =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(relay.address() + "/socket.io/?EIO=4&transport=polling"))
                    .header("Origin", "https://shop.example.org")
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertEquals(
        "https://shop.example.org",
        polling.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
  }

  @Test
  void whatIsReadCanBeAskedAboutWithoutItsContent() {
    for (String path : List.of("/products?limit=2", "/health", "/docs", "/openapi.json")) {
      Web.Answer whole = web().get(path);
      Web.Answer head = web().send("HEAD", path, null);
      assertEquals(200, head.status(), path);
      assertEquals(0, head.bytes().length, path);
      assertEquals(whole.header("Content-Type"), head.header("Content-Type"), path);
      assertEquals(whole.header("ETag"), head.header("ETag"), path);
    }
    assertEquals(
        Integer.toString(web().get("/products?limit=2").bytes().length),
        web().send("HEAD", "/products?limit=2", null).header("Content-Length"));
    String picture = web().get("/products?limit=1").json().at("/items/0/media/0/url").asText();
    assertEquals(
        Integer.toString(web().get(picture).bytes().length),
        web().send("HEAD", picture, null).header("Content-Length"));
    assertEquals(404, web().send("HEAD", "/nothing", null).status());
    assertEquals(401, web().send("HEAD", "/me", null).status());
    assertEquals(405, web().send("HEAD", "/auth/login", null).status());
  }

  @Test
  void anAddressSaysWhatItTakes() {
    Web.Answer options = web().send("OPTIONS", "/cart", null);
    assertEquals(204, options.status());
    assertEquals("GET, PUT, HEAD, OPTIONS", options.header("Allow"));
    assertEquals(404, web().send("OPTIONS", "/nothing", null).status());
  }

  @Test
  void aBodyIsJsonAndNothingElse() {
    String body = "{\"login\":\"x\",\"password\":\"y\"}";
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "text/json", "x")) {
      Web.Answer answer = web().with("Content-Type", type).post("/auth/login", body);
      assertEquals(415, answer.status(), type);
      assertEquals("unsupported-media", answer.problem());
    }
    for (String type :
        List.of("application/json", "application/json; charset=utf-8", "Application/Patch+JSON")) {
      Web.Answer answer = web().with("Content-Type", type).post("/auth/login", body);
      assertEquals("wrong-credentials", answer.problem(), type);
    }
    assertEquals("wrong-credentials", web().post("/auth/login", body).problem());
    assertEquals("malformed-json", web().post("/auth/login", body + " and more").problem());
  }

  @Test
  void anAddressWithANulIsRefused() {
    for (String path :
        List.of("/products?q=a%00b", "/products/a%00b", "/users?q=%00", "/products?q=%ed%A0%80")) {
      assertEquals(422, web().get(path).status(), path);
      assertEquals("invalid", web().get(path).problem(), path);
    }
  }

  @Test
  void textThatIsRefusedIsSoInWhatIsIgnoredToo() {
    for (String more :
        List.of(
            "\"later\":\"\\u0000\"",
            "\"later\":[{\"deep\":\"\\ud800\"}]",
            "\"la\\u0000ter\":1",
            "\"later\":\"\\udc00\\ud800\"")) {
      Web.Answer answer =
          web().post("/auth/login", "{\"login\":\"x\",\"password\":\"y\"," + more + "}");
      assertEquals(422, answer.status(), more);
      assertEquals("invalid", answer.problem(), more);
    }
    String fine = "\"later\":\"\\ud83d\\ude00 \\\\u0000 \\n\"";
    assertEquals(
        "wrong-credentials",
        web().post("/auth/login", "{\"login\":\"x\",\"password\":\"y\"," + fine + "}").problem());
  }

  @Test
  void whatIsSentAgainWithItsKeyIsDoneOnce() {
    Web ida = signUp("ida");
    Web ole = signUp("ole");
    String readers = "{\"kind\":\"group\",\"name\":\"Readers\",\"memberIds\":[]}";
    Web.Answer first = ida.with("Idempotency-Key", "k-1").post("/conversations", readers);
    assertEquals(201, first.status(), first::text);
    Web.Answer again = ida.with("Idempotency-Key", "k-1").post("/conversations", readers);
    assertEquals(201, again.status(), again::text);
    assertEquals(first.text(), again.text());
    assertEquals("application/json", again.header("Content-Type"));
    Web.Answer other =
        ida.with("Idempotency-Key", "k-1")
            .post("/conversations", readers.replace("Readers", "Others"));
    assertEquals(422, other.status());
    assertEquals(1, ida.get("/conversations").json().path("items").size());
    String unnamed = "{\"kind\":\"group\",\"name\":\" \"}";
    for (int i = 0; i < 2; i++) {
      Web.Answer refused = ida.with("Idempotency-Key", "k-2").post("/conversations", unnamed);
      assertEquals(422, refused.status());
      assertEquals("application/problem+json", refused.header("Content-Type"));
      assertTrue(refused.text().contains("\"name\""), "the first refusal, not another");
    }
    assertEquals(
        201,
        ole.with("Idempotency-Key", "k-1").post("/conversations", readers).status(),
        "keys are everybody's own");
    assertEquals(204, ida.with("Idempotency-Key", "k-3").post("/auth/logout", "").status());
  }

  private static Web signUp(String name) {
    Web.Answer answer =
        web()
            .post(
                "/auth/signup",
                "{\"email\":\"%s@edge.example\",\"username\":\"edge%s\",\"password\":\"correct horse battery\"}"
                    .formatted(name, name));
    assertEquals(201, answer.status(), answer::text);
    return web().with("Authorization", "Bearer " + answer.json().path("accessToken").asText());
  }

  @Test
  void whatNoRouteSeesIsAProblemToo() throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(relay.address() + "/api/v1/products"));
    HttpResponse<String> headers =
        http.send(
            request.copy().header("X-Long", "x".repeat(20_000)).build(),
            HttpResponse.BodyHandlers.ofString());
    HttpResponse<String> address =
        http.send(
            request
                .uri(URI.create(relay.address() + "/api/v1/products?q=" + "x".repeat(9000)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(431, headers.statusCode());
    assertEquals(414, address.statusCode());
    for (HttpResponse<String> answer : List.of(headers, address)) {
      assertEquals(
          "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
      JsonNode problem = Json.decode(answer.body(), JsonNode.class);
      assertEquals("urn:windowshop:problem:too-large", problem.path("type").asText());
      assertEquals(answer.statusCode(), problem.path("status").asInt());
    }
  }

  private static HttpResponse<String> preflight(String origin) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(relay.address() + "/api/v1/cart"))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("X-Of-The-Test", "1")
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theMetricsAreThoseOfTheRelayAndNameNobody() {
    String name = "metered" + System.nanoTime() % 100_000;
    web()
        .post(
            "/auth/signup",
            """
            {"email":"%s@example.org","username":"%s","password":"correct horse"}
            """
                .formatted(name, name));
    web().get("/products/00000000-0000-7000-8000-000000000000");
    String missing = "route=\"/api/v1/products/:product\",status=\"404\"";
    String metrics = await(missing, "relay_db_group_size_sum");
    assertTrue(metrics.contains(missing), metrics);
    for (String meter :
        List.of(
            "relay_limit_refused_total{limit=\"sign-up\"}",
            "relay_sockets ",
            "relay_calls ",
            "relay_db_writes_queued ",
            "relay_recommendations_runs_total ",
            "relay_recommendations_failures_total ",
            "relay_recommendations_age_seconds ",
            "relay_recommendations_events ",
            "jvm_memory_used_bytes")) {
      assertTrue(metrics.contains(meter), meter);
    }
    assertFalse(metrics.contains(name));
    assertFalse(metrics.contains("00000000-0000-7000"));
  }

  /// The registry is made behind the start.
  private static String await(String... wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      web().get("/products/00000000-0000-7000-8000-000000000000");
      web().post("/auth/login", "{\"login\":\"nobody\",\"password\":\"correct horse\"}");
      String metrics = web().get("/metrics").text();
      if (List.of(wanted).stream().allMatch(metrics::contains) || System.nanoTime() > end) {
        return metrics;
      }
      Thread.onSpinWait();
    }
  }

  @Test
  void theMetricsAreForWhoeverRunsTheRelay() {
    assertEquals(200, web().get("/metrics").status());
    Web outside = web().with("X-Forwarded-For", "203.0.113.9");
    assertEquals(403, outside.get("/metrics").status());
    assertEquals(401, outside.token("something else entirely").get("/metrics").status());
    assertEquals(200, outside.token(TOKEN).get("/metrics").status());
  }

  @Test
  void healthSaysWhatIsOnAndHowItStands() {
    var health = web().get("/health").json();
    assertEquals("ok", health.path("status").asText());
    for (String check : List.of("database", "sockets", "calls", "storage")) {
      assertTrue(health.path("checks").path(check).asText().startsWith("ok"), check);
    }
    for (String feature : List.of("chat", "calls", "recommendations", "payments", "oidc", "turn")) {
      assertTrue(health.path("features").path(feature).isBoolean(), feature);
    }
  }

  @Test
  void thePageToReadIsWholeInItself() {
    Web.Answer page = web().get("/docs");
    assertEquals(200, page.status());
    String html = new String(page.bytes(), StandardCharsets.UTF_8);
    assertFalse(html.contains("<script"));
    assertFalse(html.matches("(?s).*(src|href)=\"https?:.*"));
    for (String shown : List.of("POST", "/api/v1/auth/login", "schema-Product", "sendMessage")) {
      assertTrue(html.contains(shown), shown);
    }
    assertTrue(page.header("Content-Security-Policy").contains("style-src 'sha256-"));
  }
}

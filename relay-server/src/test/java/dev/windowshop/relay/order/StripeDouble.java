package dev.windowshop.relay.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Stands in for Stripe's API over real HTTP, and is as particular about what it is asked: keys,
/// idempotency, shapes. Its signatures are made here, not by the library. Thread-safe.
final class StripeDouble implements AutoCloseable {
  static final String KEY = "sk_test_51windowshop";
  static final String SECRET = "whsec_windowshop";

  private final HttpServer server;
  private final Map<String, ObjectNode> sessions = new LinkedHashMap<>();
  private final Map<String, Long> intents = new LinkedHashMap<>();
  private final Map<String, Long> refunded = new LinkedHashMap<>();
  private final Map<String, String[]> answered = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int requests;
  private int failures;

  StripeDouble() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What it was asked that Stripe would have refused.
  synchronized List<String> wrong() {
    return List.copyOf(wrong);
  }

  synchronized List<String> sessions() {
    return List.copyOf(sessions.keySet());
  }

  synchronized String status(String session) {
    return session(session).path("status").asText();
  }

  synchronized long refunded(String intent) {
    return refunded.getOrDefault(intent, 0L);
  }

  synchronized int requests() {
    return requests;
  }

  /// Answers the next requests with a 500, as Stripe does now and then.
  synchronized void failNext(int number) {
    failures = number;
  }

  private ObjectNode session(String id) {
    return Objects.requireNonNull(sessions.get(id), id);
  }

  /// The buyer pays on its page.
  ///
  /// @return the payment intent
  synchronized String pay(String id) {
    ObjectNode session = session(id);
    if (!session.path("status").asText().equals("open")) {
      throw new AssertionError("nobody can pay a session that is " + session.path("status"));
    }
    String intent = "pi_" + id.substring(3);
    session.put("status", "complete").put("payment_status", "paid").put("payment_intent", intent);
    intents.put(intent, session.path("amount_total").asLong());
    return intent;
  }

  /// Somebody gives it back on its dashboard.
  synchronized void refund(String intent, long amount) {
    refunded.merge(intent, amount, Long::sum);
  }

  synchronized String event(String id, String type, String session) {
    ObjectNode event = Json.tree(Map.of("id", id, "object", "event", "type", type)).deepCopy();
    event.putObject("data").set("object", session(session).deepCopy());
    return Json.encode(event);
  }

  synchronized String refundEvent(String id, String session) {
    ObjectNode of = session(session);
    String intent = of.path("payment_intent").asText();
    ObjectNode event =
        Json.tree(Map.of("id", id, "object", "event", "type", "charge.refunded")).deepCopy();
    ObjectNode charge = event.putObject("data").putObject("object");
    charge.put("id", "ch_1").put("object", "charge").put("payment_intent", intent);
    charge.put("amount_refunded", refunded(intent));
    charge.set("metadata", of.path("metadata").deepCopy());
    return Json.encode(event);
  }

  /// As documented: HMAC-SHA256 of the time, a dot and the body.
  static String signature(String body, Instant at, String secret) {
    try {
      long time = at.getEpochSecond();
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] hash = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + time + ",v1=" + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String[] answer;
    synchronized (this) {
      requests++;
      answer = failures-- > 0 ? error(500, "api_error", "api_error") : answer(exchange, body);
    }
    byte[] bytes = answer[1].getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("Request-Id", "req_1");
    exchange.sendResponseHeaders(Integer.parseInt(answer[0]), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String[] answer(HttpExchange exchange, String body) {
    String path = exchange.getRequestURI().getPath();
    boolean writes = exchange.getRequestMethod().equals("POST");
    if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return refuse(401, "invalid_request_error", null, "the key of " + path);
    }
    if (exchange.getRequestHeaders().getFirst("Stripe-Version") == null) {
      return refuse(400, "invalid_request_error", null, "no version at " + path);
    }
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (writes && key == null) {
      return refuse(400, "invalid_request_error", null, "no idempotency key at " + path);
    }
    String known = path + "?" + body;
    if (writes && answered.containsKey(key)) {
      String[] before = Objects.requireNonNull(answered.get(key));
      return before[2].equals(known)
          ? before
          : refuse(400, "idempotency_error", null, "another request with the key " + key);
    }
    Map<String, String> form = form(body);
    String[] made =
        switch (path) {
          case "/v1/checkout/sessions" -> create(form);
          case "/v1/refunds" -> giveBack(form);
          case String other when other.startsWith("/v1/checkout/sessions/cs_") ->
              other.endsWith("/expire")
                  ? expire(other.substring(22, other.length() - 7))
                  : new String[] {"200", Json.encode(session(other.substring(22)))};
          case String other -> refuse(404, "invalid_request_error", null, "the path " + other);
        };
    if (writes && !made[0].startsWith("5")) {
      answered.put(key, new String[] {made[0], made[1], known});
    }
    return made;
  }

  private String[] create(Map<String, String> form) {
    String price = "line_items[0][price_data]";
    Map<String, String> needed =
        Map.of(
            "mode",
            "payment",
            "payment_method_types[0]",
            "card",
            price + "[currency]",
            "[a-z]{3}",
            price + "[unit_amount]",
            "[1-9]\\d{1,7}",
            price + "[product_data][name]",
            ".+",
            "line_items[0][quantity]",
            "1",
            "success_url",
            "https://shop\\.example/.+",
            "cancel_url",
            "https://shop\\.example/.+",
            "client_reference_id",
            "[0-9a-f-]{36}",
            "payment_intent_data[metadata][windowshop_payment]",
            "[0-9a-f-]{36}");
    for (Map.Entry<String, String> one : needed.entrySet()) {
      if (!form.getOrDefault(one.getKey(), "").matches(one.getValue())) {
        return refuse(400, "invalid_request_error", null, one.getKey() + " of " + form);
      }
    }
    String id = "cs_test_" + (sessions.size() + 1);
    ObjectNode session =
        Json.tree(
                Map.of(
                    "id",
                    id,
                    "object",
                    "checkout.session",
                    "mode",
                    "payment",
                    "status",
                    "open",
                    "payment_status",
                    "unpaid",
                    "url",
                    "https://checkout.stripe.test/c/pay/" + id,
                    "currency",
                    form.get(price + "[currency]"),
                    "amount_total",
                    Long.parseLong(form.get(price + "[unit_amount]"))))
            .deepCopy();
    ObjectNode metadata = session.putObject("metadata");
    form.forEach((name, value) -> {
      if (name.startsWith("metadata[")) {
        metadata.put(name.substring(9, name.length() - 1), value);
      }
    });
    sessions.put(id, session);
    return new String[] {"200", Json.encode(session)};
  }

  private String[] expire(String id) {
    ObjectNode session = session(id);
    if (!session.path("status").asText().equals("open")) {
      return error(400, "invalid_request_error", "resource_already_expired");
    }
    session.put("status", "expired");
    return new String[] {"200", Json.encode(session)};
  }

  private String[] giveBack(Map<String, String> form) {
    String intent = form.getOrDefault("payment_intent", "");
    long amount = Long.parseLong(form.getOrDefault("amount", "0"));
    Long whole = intents.get(intent);
    if (whole == null || amount < 1) {
      return refuse(404, "invalid_request_error", "resource_missing", "a refund of " + form);
    }
    long already = refunded.getOrDefault(intent, 0L);
    if (already == whole) {
      return error(400, "invalid_request_error", "charge_already_refunded");
    }
    if (already + amount > whole) {
      return refuse(400, "invalid_request_error", null, "more than is left, " + form);
    }
    refunded.put(intent, already + amount);
    return new String[] {
      "200",
      Json.encode(
          Map.of(
              "id",
              "re_" + (refunded.size() + already),
              "object",
              "refund",
              "amount",
              amount,
              "status",
              "succeeded"))
    };
  }

  private String[] refuse(int status, String type, @Nullable String code, String why) {
    wrong.add(why);
    return error(status, type, code);
  }

  private static String[] error(int status, String type, @Nullable String code) {
    Map<String, String> error = new LinkedHashMap<>(Map.of("type", type, "message", "No."));
    if (code != null) {
      error.put("code", code);
    }
    return new String[] {Integer.toString(status), Json.encode(Map.of("error", error))};
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

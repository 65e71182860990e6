package dev.windowshop.relay.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Problem;
import dev.windowshop.relay.http.Repeats;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Any `POST` of somebody signed in that comes with an `Idempotency-Key`, run once; some need one.
/// Thread-safe; blocks its caller.
public final class KeyedRequests implements Repeats {
  /// An answer as it is kept.
  ///
  /// @param headers null in what relays of before kept of orders and offers: that is all body
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Kept(@Nullable Map<String, String> headers, @Nullable String body) {}

  private final IdempotencyService idempotency;

  public KeyedRequests(IdempotencyService idempotency) {
    this.idempotency = idempotency;
  }

  @Override
  public Response once(Request request, @Nullable String key, Function<String, Response> work) {
    IdempotencyService.Answer answer =
        idempotency.once(
            request.principal().userId(),
            request.method() + " " + request.path(),
            key,
            request.bodyBytes(),
            id -> keep(work.apply(id)));
    return response(answer);
  }

  static Response response(IdempotencyService.Answer answer) {
    if (answer.status() >= 400) {
      return whole(answer, Problem.MEDIA_TYPE);
    }
    Kept kept = Json.decode(answer.body(), Kept.class);
    if (kept.headers() == null) {
      return whole(answer, "application/json");
    }
    byte[] body = kept.body() == null ? null : kept.body().getBytes(StandardCharsets.UTF_8);
    return new Response(answer.status(), body, kept.headers());
  }

  private static Response whole(IdempotencyService.Answer answer, String type) {
    return new Response(
        answer.status(),
        answer.body().getBytes(StandardCharsets.UTF_8),
        Map.of("Content-Type", type));
  }

  private static IdempotencyService.Answer keep(Response response) {
    String body =
        switch (response.body()) {
          case null -> null;
          case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
          case Object value -> Json.encode(value);
        };
    Map<String, String> headers =
        body == null || response.headers().containsKey("Content-Type")
            ? response.headers()
            : response.withHeader("Content-Type", "application/json").headers();
    return new IdempotencyService.Answer(response.status(), Json.encode(new Kept(headers, body)));
  }
}

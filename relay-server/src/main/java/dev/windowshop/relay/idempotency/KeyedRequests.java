package dev.windowshop.relay.idempotency;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Problem;
import dev.windowshop.relay.http.Repeats;
import dev.windowshop.relay.http.Request;
import dev.windowshop.relay.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Any `POST` of somebody signed in that comes with an `Idempotency-Key`, run once. Thread-safe;
/// blocks its caller.
public final class KeyedRequests implements Repeats {
  /// An answer as it is kept.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Kept(Map<String, String> headers, @Nullable String body) {}

  private final IdempotencyService idempotency;

  public KeyedRequests(IdempotencyService idempotency) {
    this.idempotency = idempotency;
  }

  @Override
  public Response once(Request request, String key, Supplier<Response> work) {
    IdempotencyService.Answer answer =
        idempotency.once(
            request.principal().userId(),
            request.method() + " " + request.path(),
            key,
            request.bodyBytes(),
            _ -> keep(work.get()));
    if (answer.status() >= 400) {
      return new Response(
          answer.status(),
          answer.body().getBytes(StandardCharsets.UTF_8),
          Map.of("Content-Type", Problem.MEDIA_TYPE));
    }
    Kept kept = Json.decode(answer.body(), Kept.class);
    byte[] body = kept.body() == null ? null : kept.body().getBytes(StandardCharsets.UTF_8);
    return new Response(answer.status(), body, kept.headers());
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

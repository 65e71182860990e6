package dev.windowshop.relay.http;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.limit.ClientAddresses;
import dev.windowshop.relay.limit.Limit;
import dev.windowshop.relay.limit.Limits;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A decoded request, read by one endpoint on one virtual thread.
public final class Request {
  private static final int MAX_LIMIT = 100;
  private static final int DEFAULT_LIMIT = 20;

  private final RoutingContext context;
  private final InputStream body;
  private final @Nullable Principal principal;
  private final String address;
  private final Limits limits;
  private final Repeats repeats;

  Request(
      RoutingContext context,
      InputStream body,
      @Nullable Principal principal,
      String clientAddress,
      Limits limits,
      Repeats repeats) {
    this.context = context;
    this.body = body;
    this.principal = principal;
    this.address = clientAddress;
    this.limits = limits;
    this.repeats = repeats;
  }

  /// @throws ProblemException 401 for a guest
  public Principal principal() {
    if (principal == null) {
      throw new ProblemException(ProblemType.UNAUTHENTICATED, "Sign in to do this.");
    }
    return principal;
  }

  public @Nullable Principal optionalPrincipal() {
    return principal;
  }

  /// The path as it was asked for, decoded.
  public String path() {
    return context.normalizedPath();
  }

  /// The guest's own id, where one was sent and has a plausible form.
  public @Nullable String guestId() {
    String id = header(Protocol.GUEST_HEADER);
    return id != null && id.matches("[A-Za-z0-9_-]{16,64}") ? id : null;
  }

  public String path(String name) {
    String value = context.pathParam(name);
    if (value == null) {
      throw new IllegalStateException("the route has no :" + name);
    }
    return value;
  }

  /// An id in the path.
  ///
  /// @throws ProblemException 404 when it cannot be one
  public String pathId(String name) {
    String value = path(name);
    if (!Ids.isId(value)) {
      throw ProblemException.notFound(name);
    }
    return value;
  }

  /// Where the asker found this relay, without a slash at its end: what a proxy in front says, or
  /// else what was asked for. The asker can say anything: for what only they will read.
  public String origin() {
    String scheme = header("X-Forwarded-Proto");
    boolean https = scheme == null ? context.request().isSSL() : scheme.equals("https");
    return (https ? "https://" : "http://") + context.request().authority();
  }

  public @Nullable String query(String name) {
    var values = context.queryParam(name);
    return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
  }

  /// Every value of a parameter that may be given more than once.
  public List<String> queries(String name) {
    return List.copyOf(context.queryParam(name));
  }

  /// @throws ProblemException 400 when it is no whole number
  public @Nullable Long queryLong(String name) {
    String value = query(name);
    if (value == null) {
      return null;
    }
    try {
      return Long.valueOf(value);
    } catch (NumberFormatException e) {
      throw new ProblemException(ProblemType.BAD_REQUEST, name + " must be a whole number.");
    }
  }

  /// @throws ProblemException 400 when it is neither true nor false
  public @Nullable Boolean queryBoolean(String name) {
    String value = query(name);
    if (value == null) {
      return null;
    }
    return switch (value) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      case String other ->
          throw new ProblemException(
              ProblemType.BAD_REQUEST, name + " must be true or false, not '" + other + "'.");
    };
  }

  /// `limit`: 1 to 100, 20 when absent.
  ///
  /// @throws ProblemException 400 for anything else
  public int limit() {
    if (!context.queryParam("limit").isEmpty()) {
      String text = context.queryParam("limit").getFirst();
      int value = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
      if (value < 1 || value > MAX_LIMIT) {
        throw new ProblemException(
            ProblemType.BAD_REQUEST, "limit must be between 1 and " + MAX_LIMIT + ".");
      }
      return value;
    }
    return DEFAULT_LIMIT;
  }

  /// What this request asks for of a list that is short enough to be read whole.
  ///
  /// @throws ProblemException 400 for a bad limit or cursor
  public <T> Page<T> part(List<T> whole) {
    int limit = limit();
    List<String> place = Cursor.parse(query("cursor"), 1);
    int from = 0;
    if (place != null) {
      if (!place.getFirst().matches("\\d{1,6}")) {
        throw Cursor.bad();
      }
      from = Math.min(Integer.parseInt(place.getFirst()), whole.size());
    }
    int to = Math.min(from + limit, whole.size());
    return new Page<>(
        List.copyOf(whole.subList(from, to)),
        to < whole.size() ? Cursor.of(Integer.toString(to)) : null);
  }

  public @Nullable String header(String name) {
    return context.request().getHeader(name);
  }

  public String method() {
    return context.request().method().name();
  }

  /// The client's address, also behind a proxy that the operator trusts.
  public String remoteAddress() {
    return address;
  }

  /// Whom a limit counts this for when it counts by address.
  public String addressKey() {
    return ClientAddresses.key(address);
  }

  /// Whom a limit counts this for: the user, or a guest's address.
  public String caller() {
    return principal == null ? addressKey() : principal.userId();
  }

  /// Counts this request for its user, a guest's for its address.
  ///
  /// @throws ProblemException 429 with when to try again
  public void count(Limit limit) {
    limits.take(limit, caller());
  }

  /// Counts this request for its address, whoever it is.
  ///
  /// @throws ProblemException 429 with when to try again
  public void countAddress(Limit limit) {
    limits.take(limit, addressKey());
  }

  /// Does what has to come with an `Idempotency-Key` once, however often it is sent; on a route of
  /// [HttpApi#postKeyed].
  ///
  /// @param work as [Repeats] has it
  public Response once(Function<String, Response> work) {
    return repeats.once(this, header(Protocol.IDEMPOTENCY_HEADER), work);
  }

  public byte[] bodyBytes() {
    try {
      byte[] bytes = body.readAllBytes();
      if (body.markSupported()) {
        body.reset();
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The body while it arrives, on a route that takes any size; read once, by one thread.
  public InputStream bodyStream() {
    return body;
  }

  /// @throws ProblemException 400 when it is no JSON, 422 when a field is refused
  public <T> T body(Class<T> type) {
    return Json.decode(bodyBytes(), type);
  }
}

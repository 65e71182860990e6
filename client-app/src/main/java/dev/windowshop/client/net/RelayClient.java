package dev.windowshop.client.net;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Health;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.protocol.Upload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// The relay's REST API. Paths are below `/api/v1` and begin with a slash.
///
/// Every call blocks (use a virtual thread) and either answers, or throws [ProblemException] when
/// the relay said no, or [RelayUnreachableException] when it could not be asked. While the tokens
/// of whoever is signed in are still being opened, calls wait for them. An access token that has
/// expired is renewed once, unnoticed. Thread-safe.
public final class RelayClient {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final RequestBody EMPTY = RequestBody.create(new byte[0], null);

  private final RelayAddress address;
  private final Session session;
  private final Supplier<String> guestId;
  private final ResponseCache responses;
  private final HttpExchange http;

  public RelayClient(
      RelayAddress address,
      Session session,
      Supplier<String> guestId,
      ResponseCache responses,
      HttpExchange http) {
    this.address = address;
    this.session = session;
    this.guestId = guestId;
    this.responses = responses;
    this.http = http;
  }

  public RelayAddress address() {
    return address;
  }

  public Session session() {
    return session;
  }

  public <T> T get(String path, Class<T> type) {
    return Json.decode(getBytes(path), type);
  }

  public <T> T get(String path, TypeReference<T> type) {
    return Json.decode(new String(getBytes(path), StandardCharsets.UTF_8), type);
  }

  public <T> T post(String path, Object body, Class<T> type) {
    return Json.decode(exchange("POST", path, json(body), Ids.newId()), type);
  }

  /// As [#post(String, Object, Class)], for an answer without a body.
  public void post(String path, Object body) {
    exchange("POST", path, json(body), Ids.newId());
  }

  /// Sent again with the same key, it has its effect once.
  public <T> T post(String path, Object body, String idempotencyKey, Class<T> type) {
    return Json.decode(exchange("POST", path, json(body), idempotencyKey), type);
  }

  /// Any body, for uploads.
  public <T> T upload(String path, RequestBody body, String idempotencyKey, Class<T> type) {
    return Json.decode(exchange("POST", path, body, idempotencyKey), type);
  }

  /// A file, as a form.
  ///
  /// @param kind what it has to be: `image`, `video`, `voice` or `file`
  public <T> T upload(String path, Path file, String kind, Class<T> type) {
    RequestBody content = RequestBody.create(file.toFile(), null);
    MultipartBody form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("kind", kind)
            .addFormDataPart("file", String.valueOf(file.getFileName()), content)
            .build();
    return upload(path, form, Ids.newId(), type);
  }

  /// The next piece of an upload: `length` bytes of a file, from `offset` on.
  ///
  /// @throws ProblemException 409 when the relay has another number of them
  public Upload piece(String path, Path file, long offset, long length) {
    HttpUrl url = address.route(path);
    RequestBody body = new FileSlice(file, offset, length);
    return Json.decode(
        authorized(tokens ->
            http.send(
                    identified(
                            new Request.Builder()
                                .url(url)
                                .header("Upload-Offset", Long.toString(offset)),
                            tokens)
                        .patch(body))
                .body()),
        Upload.class);
  }

  public <T> T put(String path, Object body, Class<T> type) {
    return Json.decode(exchange("PUT", path, json(body), null), type);
  }

  /// Content of a kind of its own.
  public <T> T put(String path, String mime, byte[] content, Class<T> type) {
    return Json.decode(
        exchange("PUT", path, RequestBody.create(content, MediaType.get(mime)), null), type);
  }

  /// As [#put(String, Object, Class)], whatever the answer is.
  public void put(String path, Object body) {
    exchange("PUT", path, json(body), null);
  }

  public <T> T patch(String path, Object body, Class<T> type) {
    return Json.decode(exchange("PATCH", path, json(body), null), type);
  }

  public void delete(String path) {
    exchange("DELETE", path, EMPTY, null);
  }

  public void delete(String path, Object body) {
    exchange("DELETE", path, json(body), null);
  }

  /// Writes what a route answers into a file, however large it is.
  ///
  /// @param progress told how many bytes have come so far, on the calling thread
  public void download(String path, Path file, LongConsumer progress) {
    HttpUrl url = address.route(path);
    authorized(tokens -> {
      http.receive(identified(new Request.Builder().url(url), tokens), file, progress);
      return new byte[0];
    });
  }

  /// A file, by its path on the relay or an absolute address; the token goes to the relay only.
  public byte[] bytes(String url) {
    HttpUrl resolved = address.resolve(url);
    Request.Builder request = new Request.Builder().url(resolved);
    return address.owns(resolved)
        ? authorized(tokens -> http.send(identified(request, tokens)).body())
        : http.send(request).body();
  }

  /// Says who answers there and which protocol it speaks.
  public Health health() {
    Request.Builder request = new Request.Builder().url(address.resolve("/health"));
    return Json.decode(http.send(request).body(), Health.class);
  }

  /// Fresh tokens, for the socket. Throws as any call.
  Tokens renewed(Tokens spent) {
    return session.renew(spent, this::exchangeTokens);
  }

  private byte[] getBytes(String path) {
    HttpUrl url = address.route(path);
    return authorized(tokens -> {
      String key = (tokens == null ? "" : tokens.userId() + " ") + url;
      ResponseCache.Entry known = responses.find(key);
      Request.Builder request = identified(new Request.Builder().url(url), tokens);
      if (known != null) {
        request.header("If-None-Match", known.etag());
      }
      HttpExchange.Answer answer = http.send(request);
      if (answer.notModified() && known != null) {
        return known.body();
      }
      if (answer.etag() != null) {
        responses.store(key, new ResponseCache.Entry(answer.etag(), answer.body()));
      }
      return answer.body();
    });
  }

  private byte[] exchange(
      String method, String path, RequestBody body, @Nullable String idempotencyKey) {
    HttpUrl url = address.route(path);
    return authorized(tokens -> {
      Request.Builder request =
          identified(new Request.Builder().url(url).method(method, body), tokens);
      if (idempotencyKey != null) {
        request.header(Protocol.IDEMPOTENCY_HEADER, idempotencyKey);
      }
      return http.send(request).body();
    });
  }

  /// Runs it with the tokens there are, and once more with renewed ones when they were refused.
  private byte[] authorized(Function<@Nullable Tokens, byte[]> call) {
    Tokens tokens = session.openTokens();
    if (tokens != null && tokens.expiresWithin(Duration.ofSeconds(3))) {
      tokens = renewed(tokens);
    }
    try {
      return call.apply(tokens);
    } catch (ProblemException e) {
      if (tokens == null || !isAboutTheToken(e)) {
        throw e;
      }
      return call.apply(renewed(tokens));
    }
  }

  private static boolean isAboutTheToken(ProblemException e) {
    return switch (e.type()) {
      case TOKEN_EXPIRED, TOKEN_INVALID, TOKEN_UNKNOWN, UNAUTHENTICATED -> true;
      case MALFORMED_JSON,
          BAD_REQUEST,
          WRONG_CREDENTIALS,
          FORBIDDEN,
          SUSPENDED,
          NOT_FOUND,
          METHOD_NOT_ALLOWED,
          LINK_REQUIRED,
          CONFLICT,
          EDIT_CONFLICT,
          RESYNC,
          IN_PROGRESS,
          OUT_OF_STOCK,
          PRICE_CHANGED,
          BUSY,
          CALL_ENDED,
          TOO_LARGE,
          UNSUPPORTED_MEDIA,
          RANGE_NOT_SATISFIABLE,
          INVALID,
          RATE_LIMITED,
          INTERNAL,
          UNAVAILABLE,
          STORAGE_FULL,
          UNKNOWN ->
          false;
    };
  }

  /// The key is made of the token, so that a renewal whose answer was lost, even by the end of this
  /// process, gets the same answer when it is asked again.
  private Tokens exchangeTokens(Tokens spent) {
    String key =
        UUID.nameUUIDFromBytes(spent.refreshToken().getBytes(StandardCharsets.UTF_8)).toString();
    Request.Builder request =
        new Request.Builder()
            .url(address.route("/auth/refresh"))
            .header(Protocol.IDEMPOTENCY_HEADER, key)
            .post(json(new Auth.Refresh(spent.refreshToken())));
    return Tokens.of(Json.decode(http.send(request).body(), Auth.Tokens.class));
  }

  private Request.Builder identified(Request.Builder request, @Nullable Tokens tokens) {
    return tokens == null
        ? request.header(Protocol.GUEST_HEADER, guestId.get())
        : request.header("Authorization", "Bearer " + tokens.accessToken());
  }

  private static RequestBody json(Object body) {
    return RequestBody.create(Json.encodeBytes(body), JSON);
  }
}

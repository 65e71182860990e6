package dev.windowshop.relay.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One OpenID Connect provider. What it says of itself is fetched when it is first needed, kept for
/// an hour, and used for longer while it can't be reached. Thread-safe; blocks.
public final class OidcProvider {
  private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofSeconds(10);

  /// @param next when to ask again
  private record Known(Metadata metadata, TokenVerifier verifier, Instant next) {}

  private final OidcConfig.Provider config;
  private final ProviderHttp http;
  private final Clock clock;
  private final AtomicReference<@Nullable CompletableFuture<Known>> fetching =
      new AtomicReference<>();
  private volatile @Nullable Known known;
  private volatile Instant failedAt = Instant.MIN;

  OidcProvider(OidcConfig.Provider config, ProviderHttp http, Clock clock) {
    this.config = config;
    this.http = http;
    this.clock = clock;
  }

  public String id() {
    return config.id();
  }

  public String name() {
    return config.name();
  }

  public String issuer() {
    return config.issuer();
  }

  /// A token that the provider made for a client of ours, given in place of one of our own.
  ///
  /// @throws ProblemException `token-invalid` or `token-expired`; 503 when its keys can't be had
  public ExternalClaims verify(String token) {
    return known().verifier().bearer(token);
  }

  /// Where the browser goes.
  ///
  /// @param challenge SHA-256 of the PKCE verifier, base64url
  public String authorizationUrl(String redirectUri, String state, String nonce, String challenge) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", config.clientId());
    query.put("redirect_uri", redirectUri);
    query.put("scope", String.join(" ", config.scopes()));
    query.put("state", state);
    query.put("nonce", nonce);
    query.put("code_challenge", challenge);
    query.put("code_challenge_method", "S256");
    String endpoint = known().metadata().authorizationEndpoint();
    return endpoint + (endpoint.contains("?") ? "&" : "?") + form(query);
  }

  /// Who the code is about. The code is spent.
  ///
  /// @throws ProblemException 401 when the provider does not take it
  public ExternalClaims exchange(String code, String redirectUri, String verifier, String nonce) {
    Known now = known();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirectUri);
    form.put("client_id", config.clientId());
    form.put("code_verifier", verifier);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(now.metadata().tokenEndpoint()))
            .header("Content-Type", "application/x-www-form-urlencoded");
    if (config.secret() != null && now.metadata().basicOnly()) {
      request.header("Authorization", basic(config.clientId(), config.secret()));
    } else if (config.secret() != null) {
      form.put("client_secret", config.secret());
    }
    JsonNode answer = tokens(request.POST(HttpRequest.BodyPublishers.ofString(form(form))));
    ExternalClaims claims = claims(now, answer.path("id_token").asText(), nonce);
    String accessToken = answer.path("access_token").asText();
    String userinfo = now.metadata().userinfoEndpoint();
    return claims.email() != null || userinfo == null || accessToken.isEmpty()
        ? claims
        : withEmail(claims, userinfo, accessToken);
  }

  private ExternalClaims claims(Known now, String idToken, String nonce) {
    try {
      return now.verifier().idToken(idToken, nonce);
    } catch (ProblemException e) {
      if (e.type() == ProblemType.UNAVAILABLE) {
        throw e;
      }
      LOG.warn("an ID token of {} was not taken: {}", config.id(), e.getMessage());
      throw unconfirmed();
    }
  }

  private ProblemException unconfirmed() {
    return new ProblemException(
        ProblemType.WRONG_CREDENTIALS,
        config.name() + " did not confirm the sign-in. Begin again.");
  }

  private JsonNode tokens(HttpRequest.Builder request) {
    try {
      ProviderHttp.Answer answer = http.send(request);
      JsonNode tree = Json.decode(answer.body(), JsonNode.class);
      if (answer.status() != 200 || !tree.path("id_token").isTextual()) {
        LOG.warn(
            "{} did not take a code: {} {}",
            config.id(),
            answer.status(),
            tree.path("error").asText());
        throw unconfirmed();
      }
      return tree;
    } catch (IOException e) {
      throw unreachable(e);
    } catch (ProblemException e) {
      if (e.type() == ProblemType.WRONG_CREDENTIALS) {
        throw e;
      }
      throw unreachable(e);
    }
  }

  /// Some providers give the email at the userinfo endpoint only.
  private ExternalClaims withEmail(ExternalClaims claims, String userinfo, String accessToken) {
    try {
      JsonNode tree = Json.decode(http.get(userinfo, accessToken), JsonNode.class);
      return claims.subject().equals(tree.path("sub").asText()) && tree.path("email").isTextual()
          ? claims.withEmail(
              tree.path("email").asText(), tree.path("email_verified").asBoolean(false))
          : claims;
    } catch (IOException | ProblemException e) {
      LOG.warn("the userinfo of {} can't be had", config.id(), e);
      return claims;
    }
  }

  private Known known() {
    Known now = known;
    if (now != null && clock.instant().isBefore(now.next())) {
      return now;
    }
    CompletableFuture<Known> mine = new CompletableFuture<>();
    CompletableFuture<Known> other = fetching.compareAndExchange(null, mine);
    if (other != null) {
      return joined(other);
    }
    try {
      mine.complete(fetch());
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
    } finally {
      fetching.set(null);
    }
    return joined(mine);
  }

  private static Known joined(CompletableFuture<Known> fetched) {
    try {
      return fetched.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof ProblemException problem
          ? new ProblemException(problem.problem())
          : e;
    }
  }

  /// Alone: everybody else waits for what it brings.
  private Known fetch() {
    Known before = known;
    Instant now = clock.instant();
    if (before != null && now.isBefore(before.next())) {
      return before;
    }
    if (before == null && now.isBefore(failedAt.plus(AGAIN))) {
      throw unreachable(null);
    }
    Known fresh;
    try {
      Metadata metadata = Metadata.fetch(http, config.issuer());
      TokenVerifier verifier =
          before != null && before.metadata().jwksUri().equals(metadata.jwksUri())
              ? before.verifier()
              : new TokenVerifier(config, metadata.jwksUri(), http, clock);
      fresh = new Known(metadata, verifier, now.plus(KEPT));
    } catch (IOException e) {
      LOG.warn("the OIDC provider {} can't be asked: {}", config.id(), e.toString());
      failedAt = now;
      if (before == null) {
        throw unreachable(e);
      }
      fresh = new Known(before.metadata(), before.verifier(), now.plus(AGAIN));
    }
    known = fresh;
    return fresh;
  }

  private ProblemException unreachable(@Nullable Throwable cause) {
    ProblemException problem =
        new ProblemException(
            Problem.of(
                    ProblemType.UNAVAILABLE,
                    config.name() + " can't be reached just now. Try again in a moment.")
                .withRetryAfter(AGAIN.toSeconds()));
    if (cause != null) {
      problem.initCause(cause);
    }
    return problem;
  }

  private static String basic(String id, String secret) {
    String pair = encode(id) + ":" + encode(secret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}

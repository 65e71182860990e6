package dev.windowshop.relay.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Verifies tokens of one provider with the keys that it publishes: fetched when a key is not
/// known, twice in half a minute at most, and kept for hours while they can't be had. Thread-safe;
/// blocks.
final class TokenVerifier {
  /// Asymmetric ones only: neither `none`, nor a public key taken for an HMAC's secret.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final Duration LEEWAY = Duration.ofSeconds(30);

  private final OidcConfig.Provider config;
  private final Clock clock;
  private final ConfigurableJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  TokenVerifier(OidcConfig.Provider config, String jwksUri, ProviderHttp http, Clock clock) {
    this.config = config;
    this.clock = clock;
    try {
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.<SecurityContext>create(URI.create(jwksUri).toURL(), http)
              .cache(Duration.ofMinutes(15).toMillis(), Duration.ofSeconds(15).toMillis())
              .refreshAheadCache(false)
              .rateLimited(Duration.ofSeconds(30).toMillis())
              .retrying(true)
              .outageTolerant(Duration.ofHours(6).toMillis())
              .build();
      processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    // The claims are looked at below, by our own clock and with our own words.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
  }

  /// @throws ProblemException 401; 503 when the keys can't be had
  ExternalClaims bearer(String token) {
    JWTClaimsSet claims = verified(token);
    Set<String> meant = new HashSet<>(claims.getAudience());
    String party = text(claims, "azp");
    if (party != null) {
      meant.add(party);
    }
    boolean forUs =
        meant.contains(config.clientId()) || meant.stream().anyMatch(config.audiences()::contains);
    if (!forUs) {
      throw new ProblemException(ProblemType.TOKEN_INVALID, "The token is for another program.");
    }
    return claims(claims);
  }

  /// @throws ProblemException 401; 503 when the keys can't be had
  ExternalClaims idToken(String token, String nonce) {
    JWTClaimsSet claims = verified(token);
    String party = text(claims, "azp");
    List<String> audience = claims.getAudience();
    boolean forUs =
        audience.contains(config.clientId())
            && (audience.size() == 1
                ? party == null || party.equals(config.clientId())
                : config.clientId().equals(party));
    if (!forUs || !nonce.equals(text(claims, "nonce"))) {
      throw invalid();
    }
    return claims(claims);
  }

  private JWTClaimsSet verified(String token) {
    JWTClaimsSet claims;
    try {
      claims = processor.process(token, null);
    } catch (RateLimitReachedException e) {
      // The keys were looked at moments ago, and its key was none of them.
      throw invalid();
    } catch (KeySourceException e) {
      ProblemException problem =
          new ProblemException(
              Problem.of(
                      ProblemType.UNAVAILABLE,
                      config.name() + " can't be reached just now. Try again in a moment.")
                  .withRetryAfter(10));
      problem.initCause(e);
      throw problem;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw invalid();
    }
    Instant now = clock.instant();
    Date expires = claims.getExpirationTime();
    Date notBefore = claims.getNotBeforeTime();
    if (!config.issuer().equals(claims.getIssuer())
        || claims.getSubject() == null
        || claims.getSubject().isEmpty()
        || claims.getSubject().length() > 255
        || expires == null
        || claims.getIssueTime() == null
        || claims.getIssueTime().toInstant().minus(LEEWAY).isAfter(now)
        || (notBefore != null && notBefore.toInstant().minus(LEEWAY).isAfter(now))) {
      throw invalid();
    }
    if (!now.isBefore(expires.toInstant().plus(LEEWAY))) {
      throw new ProblemException(ProblemType.TOKEN_EXPIRED, "The access token has expired.");
    }
    return claims;
  }

  private ExternalClaims claims(JWTClaimsSet claims) {
    return new ExternalClaims(
        config.issuer(),
        claims.getSubject(),
        text(claims, "sid"),
        text(claims, "email"),
        "true".equals(String.valueOf(claims.getClaim("email_verified"))),
        text(claims, "preferred_username"),
        text(claims, "name"),
        claims.getIssueTime().toInstant(),
        claims.getExpirationTime().toInstant());
  }

  private static @Nullable String text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text && !text.isBlank() ? text : null;
  }

  private static ProblemException invalid() {
    return new ProblemException(
        ProblemType.TOKEN_INVALID, "The access token is not one that is taken here.");
  }
}

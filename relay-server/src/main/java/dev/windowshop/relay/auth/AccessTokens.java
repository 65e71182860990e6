package dev.windowshop.relay.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/// Makes and checks our own access tokens: ES256, issuer, audience, expiry. Thread-safe.
public final class AccessTokens {
  private static final String ISSUER = "windowshop-relay";
  private static final String AUDIENCE = "windowshop";
  private static final String SESSION = "sid";
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

  /// Clocks of several relays on one database may differ by as much.
  private static final Duration LEEWAY = Duration.ofSeconds(5);

  private final SigningKeys keys;
  private final Clock clock;
  private final Duration life;

  public AccessTokens(SigningKeys keys, Clock clock, Duration life) {
    this.keys = keys;
    this.clock = clock;
    this.life = life;
  }

  public Duration life() {
    return life;
  }

  public String mint(Principal principal) {
    Instant now = clock.instant();
    ECKey key = keys.signing();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).type(TYPE).build(),
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(principal.userId())
                .claim(SESSION, principal.sessionId())
                .jwtID(Ids.newId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .build());
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("a token can't be signed", e);
    }
    return token.serialize();
  }

  /// Says nothing about whether the session still lives.
  ///
  /// @throws ProblemException `token-invalid` or `token-expired`
  public Principal verify(String text) {
    try {
      SignedJWT token = SignedJWT.parse(text);
      ECKey key = keys.byId(token.getHeader().getKeyID());
      if (key == null
          || !JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
          || !TYPE.equals(token.getHeader().getType())
          || !token.verify(new ECDSAVerifier(key.toPublicJWK()))) {
        throw invalid();
      }
      JWTClaimsSet claims = token.getJWTClaimsSet();
      String user = claims.getSubject();
      String session = claims.getStringClaim(SESSION);
      Date expires = claims.getExpirationTime();
      if (!ISSUER.equals(claims.getIssuer())
          || !List.of(AUDIENCE).equals(claims.getAudience())
          || user == null
          || session == null
          || expires == null) {
        throw invalid();
      }
      if (!clock.instant().isBefore(expires.toInstant().plus(LEEWAY))) {
        throw new ProblemException(ProblemType.TOKEN_EXPIRED, "The access token has expired.");
      }
      return new Principal(user, session);
    } catch (ParseException | JOSEException e) {
      throw invalid();
    }
  }

  private static ProblemException invalid() {
    return new ProblemException(ProblemType.TOKEN_INVALID, "The access token is not one of ours.");
  }
}

package dev.windowshop.relay.realtime;

import com.nimbusds.jwt.JWTParser;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;

/// Until when a token holds that the authenticator has verified just before.
final class TokenExpiry {
  private TokenExpiry() {}

  static Instant of(String verifiedToken) {
    try {
      Date expires = JWTParser.parse(verifiedToken).getJWTClaimsSet().getExpirationTime();
      if (expires != null) {
        return expires.toInstant();
      }
    } catch (ParseException e) {
      throw new IllegalStateException("a verified token can't be read", e);
    }
    throw new ProblemException(ProblemType.TOKEN_INVALID, "The access token never expires.");
  }
}

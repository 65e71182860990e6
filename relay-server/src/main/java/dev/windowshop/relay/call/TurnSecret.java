package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call.IceServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What this relay and its TURN server share (coturn's `static-auth-secret`), so that credentials
/// can be made that work for one person and a limited time, without telling the server.
///
/// @param life how long credentials work; a call that began with them goes on longer
/// @see <a href="https://datatracker.ietf.org/doc/html/draft-uberti-behave-turn-rest-00">A REST API
///   for access to TURN services</a>
public record TurnSecret(String value, Duration life) {
  private static final String HMAC = "HmacSHA1";

  public TurnSecret {
    if (value.isBlank()) {
      throw new IllegalArgumentException("the secret is empty");
    }
    if (life.isNegative() || life.isZero()) {
      throw new IllegalArgumentException("credentials must live longer than that");
    }
  }

  /// The server with a user name that says when it ends, and the password that belongs to it.
  IceServer sign(List<String> urls, String userId, Instant now) {
    String username = now.plus(life).getEpochSecond() + ":" + userId;
    return new IceServer(urls, username, password(username));
  }

  private String password(String username) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(value.getBytes(StandardCharsets.UTF_8), HMAC));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  @Override
  public String toString() {
    return "TurnSecret[life=" + life + "]";
  }
}

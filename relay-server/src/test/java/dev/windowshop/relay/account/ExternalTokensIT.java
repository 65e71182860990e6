package dev.windowshop.relay.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.windowshop.protocol.Me;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.oidc.OidcConfig;
import dev.windowshop.relay.testing.SocketProbe;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.TestIssuer;
import dev.windowshop.relay.testing.Web;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A provider's own tokens, taken wherever ours are.
class ExternalTokensIT {
  @TempDir Path data;
  private TestIssuer issuer;
  private Relay relay;

  @BeforeEach
  void start() {
    issuer = new TestIssuer();
    relay = Relay.start(config(true));
  }

  @AfterEach
  void stop() {
    relay.close();
    issuer.close();
  }

  private RelayConfig config(boolean signUp) {
    OidcConfig.Provider provider =
        new OidcConfig.Provider(
            "test",
            "Test",
            issuer.issuer(),
            "windowshop",
            null,
            OidcConfig.Provider.USUAL_SCOPES,
            Set.of("https://shop.example"));
    return TestDatabases.config(data)
        .with(config -> config.oidc(new OidcConfig(List.of(provider), signUp)));
  }

  private Web with(String token) {
    return new Web(relay.address()).token(token);
  }

  private Me me(String token) {
    Web.Answer answer = with(token).get("/me");
    assertEquals(200, answer.status(), answer::text);
    return answer.as(Me.class);
  }

  @Test
  void aTokenOfTheIssuerIsTakenOnRestAndOnTheSocket() {
    String token =
        issuer.token(
            "s-1",
            claims ->
                claims
                    .claim("email", "kim@example.org")
                    .claim("email_verified", true)
                    .claim("name", "Kim Park")
                    .claim("preferred_username", "kim"));
    Me me = me(token);
    assertEquals("kim", me.username());
    assertEquals("Kim Park", me.displayName());
    try (SocketProbe socket = new SocketProbe(relay.address(), token)) {
      assertEquals("ready", socket.outcome());
    }
    assertEquals(me.id(), me(issuer.token("s-1", claims -> claims)).id());
    assertNotEquals(me.id(), me(issuer.token("s-2", claims -> claims)).id());
  }

  @Test
  void whoWantsTheSameNameGetsOneLikeIt() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      names.add(
          me(issuer.token("s" + i, claims -> claims.claim("preferred_username", "ann@corp")))
              .username());
    }
    assertEquals(Set.of("ann", "ann2", "ann3", "ann4", "ann5"), names);
  }

  @Test
  void forgedTokensAreRefusedEverywhere() throws JOSEException {
    JWTClaimsSet good =
        new JWTClaimsSet.Builder()
            .issuer(issuer.issuer())
            .subject("s-1")
            .audience("windowshop")
            .issueTime(new Date())
            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
            .build();
    // Signed with the public key as if it were the secret of an HMAC.
    SignedJWT confused =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(issuer.key().getKeyID()).build(), good);
    confused.sign(
        new MACSigner(issuer.key().toPublicJWK().toString().getBytes(StandardCharsets.UTF_8)));
    TestIssuer stranger = new TestIssuer();
    stranger.close();
    Instant old = Instant.now().minusSeconds(1000);
    for (String bad :
        List.of(
            new PlainJWT(good).serialize(),
            confused.serialize(),
            TestIssuer.sign(stranger.key(), good),
            issuer.token("s-1", claims -> claims.audience("another")),
            issuer.token("s-1", claims -> claims.audience(List.of())),
            issuer.token("s-1", claims -> claims.subject(null)),
            issuer.token("s-1", claims -> claims.expirationTime(null)),
            issuer.token("s-1", claims -> claims.issueTime(null)),
            issuer.token("s-1", claims -> claims.issuer("https://elsewhere.example")),
            issuer.token(
                "s-1",
                claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(200)))))) {
      assertEquals("token-invalid", with(bad).get("/me").problem(), bad);
      try (SocketProbe socket = new SocketProbe(relay.address(), bad)) {
        assertEquals("token-invalid", socket.outcome(), bad);
      }
    }
    String expired =
        issuer.token(
            "s-1",
            claims ->
                claims.issueTime(Date.from(old)).expirationTime(Date.from(old.plusSeconds(300))));
    assertEquals("token-expired", with(expired).get("/me").problem());
    assertEquals(
        0, new Web(relay.address()).token(good()).get("/users?q=s-1").json().path("items").size());
  }

  private String good() {
    return issuer.token("s-good", claims -> claims);
  }

  @Test
  void theAuthorizedPartyOrANamedAudienceWillDoToo() {
    assertEquals(
        200,
        with(issuer.token("s-1", c -> c.audience("account").claim("azp", "windowshop")))
            .get("/me")
            .status());
    assertEquals(
        200,
        with(issuer.token("s-1", c -> c.audience(List.of()).claim("azp", "https://shop.example")))
            .get("/me")
            .status());
  }

  @Test
  void newKeysAreTakenOldOnesNoLongerAndAnOutageIsNotNoticed() {
    String before = issuer.token("s-1", claims -> claims);
    String id = me(before).id();
    issuer.rotate();
    assertEquals(id, me(issuer.token("s-1", claims -> claims)).id());
    assertEquals("token-invalid", with(before).get("/me").problem());

    issuer.away(true);
    assertEquals(id, me(issuer.token("s-1", claims -> claims)).id());
    int fetches = issuer.keyFetches();
    assertTrue(fetches <= 4, "the keys were fetched " + fetches + " times");
  }

  @Test
  void aProviderThatCannotBeAskedIsNoReasonToSignOut() {
    issuer.away(true);
    Web.Answer answer = with(issuer.token("s-1", claims -> claims)).get("/me");
    assertEquals(503, answer.status());
    assertEquals("unavailable", answer.problem());
    assertFalse(answer.header("Retry-After").isEmpty());
  }

  @Test
  void aRevokedSessionStaysEndedForTheTokensThatWereThere() {
    Instant before = Instant.now().minusSeconds(5);
    String token = issuer.token("s-1", c -> c.claim("sid", "a").issueTime(Date.from(before)));
    String other = issuer.token("s-1", c -> c.claim("sid", "b"));
    assertEquals(me(token).id(), me(other).id());
    assertEquals(2, with(token).get("/me/sessions").json().path("items").size());
    try (SocketProbe socket = new SocketProbe(relay.address(), token)) {
      assertEquals("ready", socket.outcome());
      assertEquals(204, with(token).post("/auth/logout", "").status());
      socket.awaitEnd();
    }
    assertEquals("token-unknown", with(token).get("/me").problem());
    assertEquals(200, with(other).get("/me").status());
    String later =
        issuer.token(
            "s-1", c -> c.claim("sid", "a").issueTime(Date.from(Instant.now().plusSeconds(5))));
    assertEquals(200, with(later).get("/me").status());
  }

  @Test
  void whoIsNotKnownIsRefusedWhereThatIsWanted() {
    me(issuer.token("s-1", claims -> claims));
    relay.close();
    relay = Relay.start(config(false));
    assertEquals(200, with(issuer.token("s-1", claims -> claims)).get("/me").status());
    assertEquals("token-unknown", with(issuer.token("s-9", claims -> claims)).get("/me").problem());
  }

  @Test
  void anAccountIsNeverTakenOverByAnEmail() {
    new Web(relay.address())
        .post(
            "/auth/signup",
            "{\"email\":\"kim@example.org\",\"username\":\"kim\",\"password\":\"correct horse\"}");
    for (boolean verified : new boolean[] {true, false}) {
      String token =
          issuer.token(
              "s-1", c -> c.claim("email", "Kim@example.org").claim("email_verified", verified));
      assertEquals("token-unknown", with(token).get("/me").problem());
    }
  }
}

package dev.windowshop.relay.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.windowshop.protocol.Auth;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.limit.LimitConfig;
import dev.windowshop.relay.testing.SetClock;
import dev.windowshop.relay.testing.SocketProbe;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsIT {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final SetClock CLOCK = new SetClock();

  @TempDir static Path data;
  private static Relay relay;

  @BeforeAll
  static void start() {
    relay =
        Relay.start(
            TestDatabases.config(data)
                .withClock(CLOCK)
                .with(config ->
                    config.limits(LimitConfig.parse(List.of("all=off", "sign-in-account=10/5m")))));
  }

  @AfterAll
  static void stop() {
    relay.close();
  }

  private static Web web() {
    return new Web(relay.address());
  }

  private static Auth.Tokens somebody() {
    String name = "user" + NUMBER.incrementAndGet();
    Web.Answer answer =
        web()
            .post(
                "/auth/signup",
                """
                {"email":"%s@example.org","username":"%s","password":"correct horse"}
                """
                    .formatted(name, name));
    assertEquals(201, answer.status(), answer::text);
    return answer.as(Auth.Tokens.class);
  }

  private static Web.Answer refresh(Web web, String token) {
    return web.post("/auth/refresh", "{\"refreshToken\":\"" + token + "\"}");
  }

  private static Web.Answer login(String login, String password) {
    return web()
        .post("/auth/login", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password));
  }

  @Test
  void oneSignsInByNameOrEmailWhateverTheCase() {
    Auth.Tokens tokens = somebody();
    assertEquals(200, login(tokens.user().username(), "correct horse").status());
    assertEquals(200, login(tokens.user().email().toUpperCase(), "correct horse").status());
    assertEquals("wrong-credentials", login(tokens.user().username(), "another horse").problem());
    assertEquals("wrong-credentials", login("nobody-at-all", "correct horse").problem());
  }

  @Test
  void namesThatLookAlikeAreOne() {
    somebody();
    String taken = "user" + NUMBER.get();
    String wide = "ＵＳＥＲ" + NUMBER.get();
    Web.Answer answer =
        web()
            .post(
                "/auth/signup",
                "{\"email\":\"new%s@example.org\",\"username\":\"%s\",\"password\":\"correct horse\"}"
                    .formatted(taken, wide));
    assertEquals(409, answer.status());
    assertTrue(answer.json().path("errors").has("username"), answer::text);
  }

  @Test
  void everyWrongFieldIsNamed() {
    Web.Answer answer =
        web().post("/auth/signup", "{\"email\":\"x\",\"username\":\"a b\",\"password\":\"short\"}");
    assertEquals(422, answer.status());
    for (String field : new String[] {"email", "username", "password"}) {
      assertTrue(answer.json().path("errors").has(field), field);
    }
    assertEquals(400, web().post("/auth/signup", "{\"email\":").status());
    assertEquals(422, web().post("/auth/signup", "{\"email\":\"a\\u0000\"}").status());
    assertEquals(422, web().post("/auth/login", "{}").status());
  }

  @Test
  void aSpentRefreshTokenEndsTheSession() {
    Auth.Tokens first = somebody();
    Auth.Tokens second = refresh(web(), first.refreshToken()).as(Auth.Tokens.class);
    assertNotEquals(first.refreshToken(), second.refreshToken());
    assertEquals(200, web().token(second.accessToken()).get("/me").status());

    Web.Answer reuse = refresh(web(), first.refreshToken());
    assertEquals(401, reuse.status());
    assertEquals("token-unknown", reuse.problem());
    assertEquals("token-unknown", refresh(web(), second.refreshToken()).problem());
    assertEquals("token-unknown", web().token(second.accessToken()).get("/me").problem());
    assertEquals("token-invalid", refresh(web(), "never-ours").problem());
  }

  @Test
  void theSameRefreshAgainWithinAMinuteGivesTheSameAnswer() {
    Auth.Tokens first = somebody();
    Web once = web().with("Idempotency-Key", "k-1");
    String answer = refresh(once, first.refreshToken()).text();
    CLOCK.advance(Duration.ofSeconds(59));
    assertEquals(answer, refresh(once, first.refreshToken()).text());

    CLOCK.advance(Duration.ofSeconds(2));
    assertEquals(401, refresh(once, first.refreshToken()).status());
  }

  @Test
  void anotherKeyIsAnotherRequest() {
    Auth.Tokens first = somebody();
    assertEquals(200, refresh(web().with("Idempotency-Key", "k-1"), first.refreshToken()).status());
    assertEquals(401, refresh(web().with("Idempotency-Key", "k-2"), first.refreshToken()).status());
  }

  @Test
  void theKindsOf401Differ() {
    Auth.Tokens tokens = somebody();
    assertEquals("unauthenticated", web().get("/me").problem());
    assertEquals("token-invalid", web().token("nonsense").get("/me").problem());
    CLOCK.advance(Duration.ofMinutes(16));
    Web.Answer expired = web().token(tokens.accessToken()).get("/me");
    assertEquals(401, expired.status());
    assertEquals("token-expired", expired.problem());
    assertEquals(200, refresh(web(), tokens.refreshToken()).status());
  }

  @Test
  void aForgedTokenIsRefused() throws Exception {
    String token = somebody().accessToken();
    SignedJWT real = SignedJWT.parse(token);
    String[] parts = token.split("\\.");

    String header =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    String unsigned = header + "." + parts[1] + ".";

    var key = new ECKeyGenerator(Curve.P_256).keyID(real.getHeader().getKeyID()).generate();
    SignedJWT foreign =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(real.getHeader().getType())
                .build(),
            real.getJWTClaimsSet());
    foreign.sign(new ECDSASigner(key));

    String claims =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":\"somebody-else\"");
    String tampered =
        parts[0]
            + "."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
            + "."
            + parts[2];

    for (String forged : new String[] {unsigned, foreign.serialize(), tampered}) {
      Web.Answer answer = web().token(forged).get("/me");
      assertEquals(401, answer.status(), forged);
      assertEquals("token-invalid", answer.problem(), forged);
    }
  }

  /// Signed with the relay's own key, or with what everybody knows of it, and yet not tokens of
  /// ours.
  @Test
  void whatOurOwnKeySignedForSomethingElseIsRefusedEverywhere() throws Exception {
    SignedJWT real = SignedJWT.parse(somebody().accessToken());
    ECKey key =
        JWKSet.load(data.resolve("secrets/token-keys.json").toFile())
            .getKeyByKeyId(real.getHeader().getKeyID())
            .toECKey();
    JWTClaimsSet claims = real.getJWTClaimsSet();
    SignedJWT confused =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(key.getKeyID())
                .type(real.getHeader().getType())
                .build(),
            claims);
    confused.sign(new MACSigner(key.toECPublicKey().getEncoded()));
    SignedJWT untyped =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
    untyped.sign(new ECDSASigner(key));
    List<String> bad = new ArrayList<>(List.of(confused.serialize(), untyped.serialize()));
    for (JWTClaimsSet other :
        List.of(
            new JWTClaimsSet.Builder(claims).issuer("another-relay").build(),
            new JWTClaimsSet.Builder(claims).audience("another-program").build(),
            new JWTClaimsSet.Builder(claims).audience(List.of()).build(),
            new JWTClaimsSet.Builder(claims).subject(null).build(),
            new JWTClaimsSet.Builder(claims).claim("sid", null).build(),
            new JWTClaimsSet.Builder(claims).expirationTime(null).build())) {
      SignedJWT token = new SignedJWT(real.getHeader(), other);
      token.sign(new ECDSASigner(key));
      bad.add(token.serialize());
    }
    for (String token : bad) {
      assertEquals("token-invalid", web().token(token).get("/me").problem(), token);
      try (SocketProbe socket = new SocketProbe(relay.address(), token)) {
        assertEquals("token-invalid", socket.outcome(), token);
      }
    }
    assertEquals(200, web().token(real.serialize()).get("/me").status());
  }

  @Test
  void endingASessionEndsItAtOnce() {
    Auth.Tokens here = somebody();
    Auth.Tokens there = login(here.user().username(), "correct horse").as(Auth.Tokens.class);
    Web web = web().token(here.accessToken());
    assertEquals(2, web.get("/me/sessions").json().path("items").size());
    String other =
        web.get("/me/sessions").json().path("items").findParents("id").stream()
            .filter(session -> !session.path("current").asBoolean())
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    assertEquals(204, web.send("DELETE", "/me/sessions/" + other, null).status());
    assertEquals("token-unknown", web().token(there.accessToken()).get("/me").problem());
    assertEquals(404, web.send("DELETE", "/me/sessions/" + other, null).status());

    assertEquals(204, web.post("/auth/logout", "").status());
    assertEquals("token-unknown", web.get("/me").problem());
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() {
    Auth.Tokens here = somebody();
    String name = here.user().username();
    Auth.Tokens there = login(name, "correct horse").as(Auth.Tokens.class);
    Web web = web().token(here.accessToken());

    Web.Answer wrong = changePassword(web, "wrong horse", "battery staple");
    assertEquals("wrong-credentials", wrong.problem());
    Web.Answer common = changePassword(web, "correct horse", "Password123!");
    assertEquals(422, common.status());
    assertTrue(common.json().path("errors").has("newPassword"), common::text);
    assertEquals(200, web().token(there.accessToken()).get("/me").status());

    assertEquals(204, changePassword(web, "correct horse", "battery staple").status());
    assertEquals(200, web.get("/me").status());
    assertEquals("token-unknown", web().token(there.accessToken()).get("/me").problem());
    assertEquals(401, login(name, "correct horse").status());
    assertEquals(200, login(name, "battery staple").status());
  }

  @Test
  void aDeviceIsCalledWhatItSaysElseWhatItsClientIs() {
    String name = "dev" + NUMBER.incrementAndGet();
    Web phone = new Web(relay.address()).with("User-Agent", "Agent/1");
    Web.Answer made =
        phone.post(
            "/auth/signup",
            "{\"email\":\"%s@example.org\",\"username\":\"%s\",\"password\":\"correct horse\",\"device\":\" Ada's phone \"}"
                .formatted(name, name));
    assertEquals(201, made.status(), made::text);
    Auth.Tokens tokens = made.as(Auth.Tokens.class);
    assertEquals(List.of("Ada's phone"), devices(tokens));
    Web.Answer unnamed =
        phone.post(
            "/auth/login",
            "{\"login\":\"%s\",\"password\":\"correct horse\",\"device\":\"\"}".formatted(name));
    assertEquals(200, unnamed.status(), unnamed::text);
    assertEquals(List.of("Agent/1", "Ada's phone"), devices(tokens));
    Web.Answer renewed =
        phone.post(
            "/auth/refresh",
            "{\"refreshToken\":\"%s\",\"device\":\"Ada's laptop\"}"
                .formatted(unnamed.as(Auth.Tokens.class).refreshToken()));
    assertEquals(200, renewed.status(), renewed::text);
    assertEquals(List.of("Ada's laptop", "Ada's phone"), devices(tokens));
    for (String wrong : List.of("x".repeat(101), "two\\nlines")) {
      Web.Answer refused =
          phone.post(
              "/auth/login",
              "{\"login\":\"%s\",\"password\":\"correct horse\",\"device\":\"%s\"}"
                  .formatted(name, wrong));
      assertEquals(422, refused.status(), refused::text);
      assertTrue(refused.json().path("errors").has("device"), refused::text);
    }
  }

  private static List<String> devices(Auth.Tokens tokens) {
    return new Web(relay.address())
        .token(tokens.accessToken())
        .get("/me/sessions")
        .json()
        .path("items")
        .findValuesAsText("device");
  }

  private static Web.Answer changePassword(Web web, String current, String next) {
    return web.post(
        "/me/password",
        "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(current, next));
  }

  @Test
  void ofTwoWhoTakeANameAtOnceOneGetsIt() throws Exception {
    for (int round = 0; round < 5; round++) {
      String name = "twin" + NUMBER.incrementAndGet();
      try (var both = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
        var answers =
            both.invokeAll(
                java.util.stream.IntStream.range(0, 4)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(i ->
                        () ->
                            web()
                                .post(
                                    "/auth/signup",
                                    """
                                    {"email":"%s.%d@example.org","username":"%s",
                                     "password":"correct horse"}
                                    """
                                        .formatted(name, i, name))
                                .status())
                    .toList());
        List<Integer> statuses = new ArrayList<>();
        for (var answer : answers) {
          statuses.add(answer.get());
        }
        statuses.sort(null);
        assertEquals(List.of(201, 409, 409, 409), statuses);
      }
    }
  }

  @Test
  void aProfileIsPatchedFieldByField() {
    Web web = web().token(somebody().accessToken());
    assertEquals(200, web.send("PATCH", "/me", "{\"bio\":\"Looking for a lamp\"}").status());
    assertEquals(200, web.send("PATCH", "/me", "{\"displayName\":\"Ann\"}").status());
    assertEquals("Ann", web.get("/me").json().path("displayName").asText());
    assertEquals("Looking for a lamp", web.get("/me").json().path("bio").asText());
    assertEquals(
        422, web.send("PATCH", "/me", "{\"avatarUrl\":\"https://spy.example/x.png\"}").status());
  }

  @Test
  void peopleAreFoundByTheBeginningOfTheirNameOrTheirWholeEmail() {
    Auth.Tokens me = somebody();
    Auth.Tokens other = somebody();
    Web web = web().token(me.accessToken());
    assertTrue(web.get("/users?limit=100&q=USER").text().contains(other.user().id()));
    assertFalse(web.get("/users?limit=100&q=user").text().contains(me.user().id()));
    assertTrue(web.get("/users?q=" + other.user().email()).text().contains(other.user().id()));
    assertFalse(web.get("/users?q=" + other.user().email()).text().contains("example.org"));
    assertEquals(400, web.get("/users").status());
    assertEquals(401, web().get("/users?q=user").status());
  }

  @Test
  void guessingAPasswordIsSlowedDown() {
    String name = somebody().user().username();
    for (int i = 0; i < 10; i++) {
      assertEquals(401, login(name, "wrong wrong").status());
    }
    Web.Answer answer = login(name, "correct horse");
    assertEquals(429, answer.status());
    assertFalse(answer.header("Retry-After").isEmpty());
    CLOCK.advance(Duration.ofMinutes(6));
    assertEquals(200, login(name, "correct horse").status());
  }

  @Test
  void secretsBelongToTheirOwnerAlone() throws Exception {
    Path keys = data.resolve("secrets/token-keys.json");
    if (Files.getFileStore(keys).supportsFileAttributeView("posix")) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)));
    }
    assertFalse(web().get("/.well-known/jwks.json").text().contains("\"d\""));
  }
}

package dev.windowshop.relay.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Oidc;
import dev.windowshop.protocol.Problem;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.oidc.OidcConfig;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Authorisation code with PKCE against a real OpenID Connect server.
class OidcSignInIT {
  private static final String REDIRECT = "http://127.0.0.1:49152/callback";
  private static final HttpClient BROWSER =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @TempDir static Path data;
  private static MockOAuth2Server server;
  private static Relay relay;

  @BeforeAll
  static void start() {
    server = new MockOAuth2Server();
    server.start(InetAddress.getLoopbackAddress(), 0);
    OidcConfig.Provider open = provider("open", "Our company", null);
    OidcConfig.Provider secret = provider("secret", "Keycloak", "s3cret");
    relay =
        Relay.start(
            TestDatabases.config(data)
                .with(config -> config.oidc(new OidcConfig(List.of(open, secret), true))));
  }

  private static OidcConfig.Provider provider(
      String id, String name, @org.jspecify.annotations.Nullable String secret) {
    return new OidcConfig.Provider(
        id,
        name,
        server.issuerUrl(id).toString(),
        "windowshop",
        secret,
        OidcConfig.Provider.USUAL_SCOPES,
        Set.of());
  }

  @AfterAll
  static void stop() {
    relay.close();
    server.shutdown();
  }

  private static Web web() {
    return new Web(relay.address());
  }

  private static Oidc.Started begin(String provider) {
    Web.Answer answer =
        web().post("/auth/oidc/start", Json.encode(new Oidc.Start(provider, REDIRECT)));
    assertEquals(200, answer.status(), answer::text);
    assertEquals("no-store", answer.header("Cache-Control"));
    return answer.as(Oidc.Started.class);
  }

  /// What the browser would bring back to the app.
  private static Map<String, String> browse(String url) throws IOException, InterruptedException {
    HttpResponse<String> response =
        BROWSER.send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    String location = response.headers().firstValue("Location").orElseThrow();
    assertTrue(location.startsWith(REDIRECT), location);
    return query(location);
  }

  private static Map<String, String> query(String url) {
    Map<String, String> values = new HashMap<>();
    for (String pair : URI.create(url).getRawQuery().split("&")) {
      String[] parts = pair.split("=", 2);
      values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return values;
  }

  private static Web.Answer finish(String flow, Map<String, String> back) {
    return web()
        .with("User-Agent", "Windowshop on Maya's laptop")
        .post(
            "/auth/oidc/finish",
            Json.encode(
                new Oidc.Finish(
                    flow, back.getOrDefault("state", ""), back.getOrDefault("code", ""))));
  }

  private static void nextIs(String provider, String subject, Map<String, Object> claims) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            provider, subject, "JWT", List.of("windowshop"), claims, 3600));
  }

  @Test
  void theButtonsAreKnown() {
    Oidc.Providers providers = web().get("/auth/providers").as(Oidc.Providers.class);
    assertEquals(
        List.of(new Oidc.Provider("open", "Our company"), new Oidc.Provider("secret", "Keycloak")),
        providers.items());
    assertTrue(web().get("/health").json().path("features").path("oidc").asBoolean());
  }

  @Test
  void signingInMakesAnAccountAndTheNextTimeFindsIt() throws Exception {
    for (String provider : List.of("open", "secret")) {
      Map<String, Object> claims =
          Map.of(
              "email",
              provider + "@example.org",
              "email_verified",
              true,
              "name",
              "Maya Lind",
              "preferred_username",
              "maya-" + provider);
      nextIs(provider, "subject-1", claims);
      Oidc.Started started = begin(provider);
      Map<String, String> asked = query(started.authorizationUrl());
      assertEquals("S256", asked.get("code_challenge_method"));
      assertEquals("code", asked.get("response_type"));
      assertFalse(started.authorizationUrl().contains(started.flow()));

      Web.Answer answer = finish(started.flow(), browse(started.authorizationUrl()));
      assertEquals(200, answer.status(), answer::text);
      Auth.Tokens first = answer.as(Auth.Tokens.class);
      assertEquals("maya-" + provider, first.user().username());
      assertEquals("Maya Lind", first.user().displayName());
      Web web = web().token(first.accessToken());
      assertEquals(
          "Windowshop on Maya's laptop",
          web.get("/me/sessions").json().path("items").get(0).path("device").asText());

      nextIs(provider, "subject-1", claims);
      Oidc.Started again = begin(provider);
      Auth.Tokens second =
          finish(again.flow(), browse(again.authorizationUrl())).as(Auth.Tokens.class);
      assertEquals(first.user().id(), second.user().id());
    }
  }

  @Test
  void aFlowWorksOnceAndOnlyWithItsOwnState() throws Exception {
    nextIs("open", "subject-2", Map.of());
    Oidc.Started started = begin("open");
    Map<String, String> back = browse(started.authorizationUrl());
    assertEquals(200, finish(started.flow(), back).status());
    assertEquals(400, finish(started.flow(), back).status());

    Oidc.Started other = begin("open");
    Map<String, String> mixed = new HashMap<>(browse(other.authorizationUrl()));
    mixed.put("state", "of-somebody-else");
    assertEquals(400, finish(other.flow(), mixed).status());
    assertEquals(400, finish("no-such-flow", back).status());
  }

  @Test
  void aCodeThatTheProviderDoesNotTakeSignsNobodyIn() throws Exception {
    Oidc.Started started = begin("open");
    Map<String, String> back = new HashMap<>(browse(started.authorizationUrl()));
    back.put("code", "made-up");
    Web.Answer answer = finish(started.flow(), back);
    assertEquals(401, answer.status(), answer::text);
    assertEquals("wrong-credentials", answer.problem());
  }

  @Test
  void aTokenForAnotherProgramSignsNobodyIn() throws Exception {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "open", "subject-3", "JWT", List.of("another-program"), Map.of(), 3600));
    Oidc.Started started = begin("open");
    // An ID token's audience is the client that asked; an access token's is what the callback says.
    assertEquals(200, finish(started.flow(), browse(started.authorizationUrl())).status());
    String foreign =
        server
            .issueToken(
                "open",
                "another",
                new DefaultOAuth2TokenCallback(
                    "open", "subject-3", "JWT", List.of("another-program"), Map.of(), 3600))
            .serialize();
    assertEquals("token-invalid", web().token(foreign).get("/me").problem());
  }

  @Test
  void onlyALoopbackAddressIsGoneBackTo() {
    for (String bad :
        List.of(
            "https://127.0.0.1:5000/",
            "http://example.org/",
            "http://127.0.0.1.example.org/",
            "http://user@127.0.0.1:5000/",
            "windowshop://callback",
            "http://127.0.0.1:5000/#x",
            "")) {
      Web.Answer answer = web().post("/auth/oidc/start", Json.encode(new Oidc.Start("open", bad)));
      assertEquals(422, answer.status(), bad);
    }
    for (String good :
        List.of("http://127.0.0.1:1/x", "http://[::1]:61000/", "http://localhost:9")) {
      assertEquals(
          200,
          web().post("/auth/oidc/start", Json.encode(new Oidc.Start("open", good))).status(),
          good);
    }
    assertEquals(
        404,
        web().post("/auth/oidc/start", Json.encode(new Oidc.Start("none", REDIRECT))).status());
  }

  @Test
  void anAccountWithTheSameEmailIsLinkedByItsPassword() throws Exception {
    Web.Answer signUp =
        web()
            .post(
                "/auth/signup",
                """
                {"email":"lee@example.org","username":"lee","password":"correct horse"}
                """);
    String id = signUp.as(Auth.Tokens.class).user().id();
    Map<String, Object> claims = Map.of("email", "Lee@Example.org", "email_verified", true);
    nextIs("open", "lee-1", claims);
    Oidc.Started started = begin("open");
    Web.Answer refused = finish(started.flow(), browse(started.authorizationUrl()));
    assertEquals(409, refused.status());
    assertEquals("link-required", refused.problem());
    String linkToken = refused.as(Problem.class).linkToken();
    assertNotNull(linkToken);

    assertEquals("wrong-credentials", link(linkToken, "wrong horse").problem());
    Web.Answer linked = link(linkToken, "correct horse");
    assertEquals(200, linked.status(), linked::text);
    assertEquals(id, linked.as(Auth.Tokens.class).user().id());
    assertEquals(400, link(linkToken, "correct horse").status());

    nextIs("open", "lee-1", claims);
    Oidc.Started again = begin("open");
    assertEquals(
        id,
        finish(again.flow(), browse(again.authorizationUrl())).as(Auth.Tokens.class).user().id());
  }

  private static Web.Answer link(String token, String password) {
    return web().post("/auth/oidc/link", Json.encode(new Oidc.Link(token, password)));
  }

  @Test
  void anEmailThatNobodyVerifiedLinksNothing() throws Exception {
    web()
        .post(
            "/auth/signup",
            "{\"email\":\"noa@example.org\",\"username\":\"noa\",\"password\":\"correct horse\"}");
    nextIs("open", "noa-1", Map.of("email", "noa@example.org"));
    Oidc.Started started = begin("open");
    Web.Answer refused = finish(started.flow(), browse(started.authorizationUrl()));
    assertEquals(409, refused.status());
    assertEquals("conflict", refused.problem());
  }

  private static Web signedUp(String name) {
    Web.Answer answer =
        web()
            .post(
                "/auth/signup",
                Json.encode(
                    new Auth.SignUp(name + "@home.example", name, "correct horse battery", null)));
    assertEquals(201, answer.status(), answer::text);
    return web().token(answer.as(Auth.Tokens.class).accessToken());
  }

  private static Web.Answer connect(Web who, String subject, String password) throws Exception {
    nextIs("open", subject, Map.of("email", subject + "@work.example", "email_verified", true));
    Oidc.Started started = begin("open");
    Map<String, String> back = browse(started.authorizationUrl());
    Oidc.Connect asked =
        new Oidc.Connect(
            started.flow(),
            back.getOrDefault("state", ""),
            back.getOrDefault("code", ""),
            password);
    Web.Answer answer = who.post("/auth/oidc/connect", Json.encode(asked));
    if (answer.status() == 401) {
      // A wrong password leaves the flow as it was.
      return who.post(
          "/auth/oidc/connect",
          Json.encode(
              new Oidc.Connect(
                  asked.flow(), asked.state(), asked.code(), "correct horse battery")));
    }
    return answer;
  }

  @Test
  void aProviderIsConnectedToTheAccountThatOneIsSignedInToAndTakenFromItAgain() throws Exception {
    Web ada = signedUp("ada.connects");
    assertEquals(204, connect(ada, "ada-at-work", "wrong password").status());
    String id = ada.get("/me").json().path("id").asText();
    assertEquals(
        "Our company",
        ada.get("/me/security").json().path("identities").get(0).path("name").asText());
    nextIs(
        "open", "ada-at-work", Map.of("email", "ada-at-work@work.example", "email_verified", true));
    Oidc.Started started = begin("open");
    Web.Answer in = finish(started.flow(), browse(started.authorizationUrl()));
    assertEquals(200, in.status(), in::text);
    assertEquals(id, in.as(Auth.Tokens.class).user().id(), "she signs in with it");

    Web ben = signedUp("ben.connects");
    assertEquals(409, connect(ben, "ada-at-work", "correct horse battery").status());
    assertEquals(401, web().post("/auth/oidc/connect", "{}").status());

    String issuer =
        ada.get("/me/security").json().path("identities").get(0).path("issuer").asText();
    assertEquals(
        401,
        ada.send("DELETE", "/me/identities", Json.encode(new Oidc.Disconnect(issuer, "wrong")))
            .status());
    Oidc.Disconnect asked = new Oidc.Disconnect(issuer, "correct horse battery");
    assertEquals(204, ada.send("DELETE", "/me/identities", Json.encode(asked)).status());
    assertEquals(0, ada.get("/me/security").json().path("identities").size());
    assertEquals(404, ada.send("DELETE", "/me/identities", Json.encode(asked)).status());
    assertEquals(204, connect(ben, "ada-at-work", "correct horse battery").status(), "it is free");
  }

  @Test
  void theOnlyWayToSignInIsNotTakenAway() throws Exception {
    nextIs("open", "only-way", Map.of("email", "only@work.example", "email_verified", true));
    Oidc.Started started = begin("open");
    Auth.Tokens tokens =
        finish(started.flow(), browse(started.authorizationUrl())).as(Auth.Tokens.class);
    Web only = web().token(tokens.accessToken());
    String issuer =
        only.get("/me/security").json().path("identities").get(0).path("issuer").asText();
    assertEquals(
        409,
        only.send("DELETE", "/me/identities", Json.encode(new Oidc.Disconnect(issuer, null)))
            .status());
  }
}

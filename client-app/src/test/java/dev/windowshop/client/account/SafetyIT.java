package dev.windowshop.client.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.app.ClientCore;
import dev.windowshop.client.app.TestClient;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Oidc;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import dev.windowshop.relay.oidc.OidcConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipFile;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client's account services with a real relay, a real provider, and a browser that is a HTTP
/// client.
class SafetyIT {
  private static final String PASSWORD = "a good password";
  private static final Oidc.Provider COMPANY = new Oidc.Provider("company", "Company");

  @TempDir private Path folder;
  private final MockOAuth2Server provider = new MockOAuth2Server();
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private final List<String> pages = new ArrayList<>();
  private Relay relay;

  @BeforeEach
  void start() {
    provider.start(InetAddress.getLoopbackAddress(), 0);
    OidcConfig.Provider company =
        new OidcConfig.Provider(
            "company",
            "Company",
            provider.issuerUrl("company").toString(),
            "windowshop",
            null,
            OidcConfig.Provider.USUAL_SCOPES,
            Set.of());
    relay =
        Relay.start(
            RelayConfig.local(folder.resolve("relay"))
                .with(config -> config.oidc(new OidcConfig(List.of(company), true))));
  }

  @AfterEach
  void stop() {
    relay.close();
    provider.shutdown();
  }

  private TestClient client(String name) {
    return new TestClient(folder.resolve(name), relay.address());
  }

  private static SignInService signIns(ClientCore core, Browser browser, Duration patience) {
    return new SignInService(core.relay(), core.workers(), core.account(), browser, patience);
  }

  private static SafetyService safety(ClientCore core) {
    return new SafetyService(core.relay(), core.workers(), core.account());
  }

  /// Follows the provider's page back to the app, and remembers what it showed.
  private void browse(URI address) throws IOException {
    try {
      HttpResponse<String> page =
          http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
      pages.add(page.statusCode() + " " + page.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void nextIs(String subject, Map<String, Object> claims) {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "company", subject, "JWT", List.of("windowshop"), claims, 3600));
  }

  private static <T> T joined(CompletableFuture<T> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static String refusal(CompletableFuture<?> future) {
    CompletionException e = assertThrows(CompletionException.class, () -> joined(future));
    return String.valueOf(assertInstanceOf(ProblemException.class, e.getCause()).getMessage());
  }

  @Test
  void theBrowserComesBackAndOneIsSignedIn() {
    try (TestClient client = client("a")) {
      SignInService signIns = signIns(client.core(), this::browse, Duration.ofMinutes(1));
      assertEquals(List.of(COMPANY), joined(signIns.providers()));
      nextIs("kim", Map.of("email", "kim@example.org", "email_verified", true, "name", "Kim"));
      SignIns.Outcome outcome = joined(signIns.with(COMPANY).outcome());
      assertEquals("Kim", assertInstanceOf(SignIns.Outcome.In.class, outcome).me().displayName());
      assertInstanceOf(Account.SignedIn.class, client.core().account().account().value());
      assertTrue(pages.getFirst().startsWith("200"), pages::toString);
      assertTrue(pages.getFirst().contains("go back to Windowshop"), pages::toString);
      List<Auth.Session> devices = joined(safety(client.core()).devices());
      assertTrue(String.valueOf(devices.getFirst().device()).startsWith("Windowshop on "));
    }
  }

  @Test
  void aProviderIsConnectedToTheAccountThatIsSignedInAndLetGoOfAgain() {
    try (TestClient client = client("a")) {
      client.signUp("sam");
      SignInService signIns = signIns(client.core(), this::browse, Duration.ofMinutes(1));
      SafetyService safety = safety(client.core());
      nextIs("sam-at-work", Map.of("email", "sam@work.example", "email_verified", true));
      assertEquals("The password is wrong.", refusal(signIns.connect(COMPANY, "no").outcome()));
      nextIs("sam-at-work", Map.of("email", "sam@work.example", "email_verified", true));
      assertInstanceOf(
          SignIns.Outcome.Connected.class, joined(signIns.connect(COMPANY, PASSWORD).outcome()));
      assertEquals("Company", joined(safety.security()).identities().getFirst().name());
      String issuer = joined(safety.security()).identities().getFirst().issuer();
      assertEquals("The password is wrong.", refusal(safety.disconnect(issuer, "no")));
      joined(safety.disconnect(issuer, PASSWORD));
      assertEquals(List.of(), joined(safety.security()).identities());
    }
  }

  @Test
  void anAccountThatIsThereIsLinked() {
    try (TestClient client = client("a");
        TestClient other = client("b")) {
      client.signUp("lee");
      String email = joined(safety(client.core()).security()).email();
      SignInService signIns = signIns(other.core(), this::browse, Duration.ofMinutes(1));
      nextIs("lee", Map.of("email", email, "email_verified", true));
      SignIns.Outcome outcome = joined(signIns.with(COMPANY).outcome());
      String token = assertInstanceOf(SignIns.Outcome.ToLink.class, outcome).token();
      assertEquals("The password is wrong.", refusal(signIns.link(token, "wrong horse")));
      assertEquals("lee", joined(signIns.link(token, PASSWORD)).username());
      assertEquals(1, joined(safety(other.core()).security()).identities().size());
    }
  }

  @Test
  void whoKnocksWithoutTheRightStateIsSentAway() {
    try (TestClient client = client("a")) {
      Browser liar =
          address -> {
            String redirect = address.getQuery().replaceFirst(".*redirect_uri=([^&]*).*", "$1");
            browse(URI.create(redirect + "?code=stolen&state=guessed"));
            browse(URI.create(redirect.replace("/callback", "/favicon.ico")));
            browse(address);
          };
      nextIs("kim", Map.of());
      SignIns.Outcome outcome =
          joined(signIns(client.core(), liar, Duration.ofMinutes(1)).with(COMPANY).outcome());
      assertInstanceOf(SignIns.Outcome.In.class, outcome);
      assertTrue(pages.get(0).startsWith("404"), pages::toString);
      assertTrue(pages.get(1).startsWith("404"), pages::toString);
    }
  }

  @Test
  void aProvidersNoIsSaid() {
    try (TestClient client = client("a")) {
      Browser refusing =
          address -> {
            String redirect = address.getQuery().replaceFirst(".*redirect_uri=([^&]*).*", "$1");
            String state = address.getQuery().replaceFirst(".*state=([^&]*).*", "$1");
            browse(URI.create(redirect + "?error=access_denied&state=" + state));
          };
      assertEquals(
          "You did not sign in at Company.",
          refusal(signIns(client.core(), refusing, Duration.ofMinutes(1)).with(COMPANY).outcome()));
    }
  }

  @Test
  void oneThatTakesTooLongOrIsGivenUpEnds() {
    try (TestClient client = client("a")) {
      Browser nobody = address -> {};
      assertTrue(
          refusal(signIns(client.core(), nobody, Duration.ofMillis(1)).with(COMPANY).outcome())
              .startsWith("That took too long"));
      SignIns.Attempt attempt = signIns(client.core(), nobody, Duration.ofMinutes(1)).with(COMPANY);
      String address = joined(attempt.address());
      attempt.cancel().run();
      assertThrows(CancellationException.class, () -> attempt.outcome().join());
      String redirect =
          URI.create(address).getQuery().replaceFirst(".*redirect_uri=([^&]*).*", "$1");
      awaitNobodyAt(URI.create(redirect));
    }
  }

  /// The listener is closed by the thread that served it, a moment after the attempt has ended.
  private void awaitNobodyAt(URI address) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      try {
        browse(address);
        LockSupport.parkNanos(20_000_000);
      } catch (IOException e) {
        return;
      }
    }
    throw new AssertionError("somebody still listens at " + address);
  }

  @Test
  void onesDataIsSavedAndTheAccountDeleted() throws IOException {
    try (TestClient client = client("a")) {
      client.signUp("ann");
      SafetyService safety = safety(client.core());
      Path file = folder.resolve("mine.zip");
      List<Long> progress = new ArrayList<>();
      joined(safety.export(file, progress::add));
      assertEquals(Files.size(file), progress.getLast());
      try (ZipFile zip = new ZipFile(file.toFile())) {
        assertTrue(zip.stream().anyMatch(entry -> entry.getName().equals("account.json")));
      }
      assertFalse(Files.exists(folder.resolve("mine.zip.part")));
      assertThrows(
          CompletionException.class,
          () -> joined(safety.export(folder.resolve("none/mine.zip"), bytes -> {})));

      assertEquals("The password is wrong.", refusal(safety.delete("wrong horse")));
      joined(safety.delete(PASSWORD));
      assertInstanceOf(Account.Guest.class, client.core().account().account().value());
    }
  }
}

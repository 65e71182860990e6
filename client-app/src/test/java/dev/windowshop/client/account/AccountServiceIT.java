package dev.windowshop.client.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.windowshop.client.app.TestClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.Tokens;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountServiceIT {
  @TempDir private Path folder;
  private final ShiftedClock clock = new ShiftedClock();
  private Relay relay;

  @BeforeEach
  void start() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")).withClock(clock));
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  @Test
  void whoSignsUpStaysSignedInOverARestart() {
    try (TestClient client = client("a")) {
      client.signUp("anna");
      assertInstanceOf(Account.SignedIn.class, client.core().account().account().value());
    }
    try (TestClient client = client("a")) {
      assertEquals("anna", me(client).username());
      assertEquals("anna", client.core().relay().get("/me", Me.class).username());
    }
  }

  @Test
  void anExpiredTokenIsRenewedUnnoticed() {
    try (TestClient client = client("a")) {
      client.signUp("anna");
      Tokens before = client.core().relay().session().tokens();
      assertNotNull(before);
      clock.shift(Duration.ofMinutes(20));
      assertEquals("anna", client.core().relay().get("/me", Me.class).username());
      Tokens after = client.core().relay().session().tokens();
      assertNotNull(after);
      assertEquals(false, before.accessToken().equals(after.accessToken()));
    }
    try (TestClient client = client("a")) {
      assertEquals("anna", client.core().relay().get("/me", Me.class).username());
    }
  }

  @Test
  void manyAtOnceRenewOnce() {
    try (TestClient client = client("a")) {
      client.signUp("anna");
      clock.shift(Duration.ofMinutes(20));
      List<CompletableFuture<Me>> asked =
          IntStream.range(0, 20)
              .mapToObj(i ->
                  CompletableFuture.supplyAsync(
                      () -> client.core().relay().get("/me", Me.class),
                      client.core().workers().io()))
              .toList();
      asked.forEach(one -> assertEquals("anna", one.join().username()));
    }
  }

  @Test
  void aSessionThatTheRelayEndedMakesAGuestAndSaysWhy() {
    try (TestClient client = client("a")) {
      client.signUp("anna");
      clock.shift(Duration.ofDays(40));
      assertThrows(ProblemException.class, () -> client.core().relay().get("/me", Me.class));
      Account.Guest guest =
          assertInstanceOf(
              Account.Guest.class,
              TestClient.await(client.core().account().account(), Account.Guest.class::isInstance));
      assertEquals("Your session has ended. Sign in again.", guest.notice());
    }
  }

  @Test
  void aWrongPasswordIsTheRelaysProblem() {
    try (TestClient client = client("a")) {
      client.signUp("anna");
      client.core().account().signOut().join();
      CompletionException refused =
          assertThrows(
              CompletionException.class,
              () -> client.core().account().signIn("anna", "something else").join());
      ProblemException problem = assertInstanceOf(ProblemException.class, refused.getCause());
      assertEquals(ProblemType.WRONG_CREDENTIALS, problem.type());
      client.core().account().signIn("ANNA@example.org", "a good password").join();
      assertEquals("anna", me(client).username());
    }
  }

  @Test
  void signingOutWorksWithoutTheRelayAndForgetsTheTokens() throws IOException {
    try (TestClient client = client("a")) {
      client.signUp("anna");
      relay.close();
      client.core().account().signOut().join();
      assertInstanceOf(Account.Guest.class, client.core().account().account().value());
    }
    assertEquals(false, Files.readString(accountFile()).contains("refreshToken\":\""));
  }

  @Test
  void whoIsSignedInStaysSoWhileTheRelayIsAway() {
    try (TestClient client = client("a")) {
      client.signUp("anna");
    }
    relay.close();
    try (TestClient client = client("a")) {
      assertEquals("anna", me(client).username());
      assertThrows(
          RelayUnreachableException.class, () -> client.core().relay().get("/me", Me.class));
      assertEquals("anna", me(client).username());
    }
  }

  @Test
  void onlyTheOwnerMayReadTheTokens() throws IOException {
    try (TestClient client = client("a")) {
      client.signUp("anna");
    }
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(accountFile())));
  }

  private Path accountFile() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("a"))) {
      return files.filter(path -> path.endsWith("account.json")).findFirst().orElseThrow();
    }
  }

  private TestClient client(String name) {
    return new TestClient(folder.resolve(name), relay.address());
  }

  private static Me me(TestClient client) {
    return assertInstanceOf(Account.SignedIn.class, client.core().account().account().value()).me();
  }

  /// Real time, moved.
  private static final class ShiftedClock extends Clock {
    private volatile Duration shift = Duration.ZERO;

    void shift(Duration further) {
      shift = shift.plus(further);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(shift);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}

package dev.windowshop.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.media.LocalSources;
import dev.windowshop.client.media.SoundAccess;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.platform.system.Keychain;
import dev.windowshop.protocol.Me;
import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.app.RelayConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/// The real window of somebody whose sign-in is sealed, with a keychain that takes its time.
class LateKeychainIT extends ApplicationTest {
  @TempDir private Path folder;
  private final SlowKeychain keychain = new SlowKeychain();
  private Relay relay;
  private @Nullable Services services;

  @Override
  public void start(Stage stage) {
    // The window under test makes its own.
  }

  @BeforeEach
  void somebodySealedTheirSignIn() {
    relay = Relay.start(RelayConfig.local(folder.resolve("relay")));
    keychain.answer(true);
    try (Services before = open()) {
      before.core().account().signUp("anna@example.org", "anna", "a good password", "Anna").join();
    }
    keychain.ask();
  }

  @AfterEach
  void end() {
    keychain.answer(false);
    interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    if (services != null) {
      services.close();
    }
    relay.close();
  }

  @Test
  void theWindowIsThereBeforeTheKeychainAnswersAndItsTokensAreUsedOnceItDoes() throws Exception {
    Services opened = show();
    keychain.awaitAsked();
    assertTrue(Window.getWindows().stream().anyMatch(Window::isShowing));
    Account shown = opened.core().account().account().value();
    assertEquals("Anna", assertInstanceOf(Account.SignedIn.class, shown).me().displayName());
    assertNull(opened.core().relay().session().tokens());
    CompletableFuture<Me> asked =
        CompletableFuture.supplyAsync(() -> opened.core().relay().get("/me", Me.class));
    assertInstanceOf(ConnectionState.Connecting.class, opened.core().socket().state().value());
    assertFalse(asked.isDone(), "what is asked meanwhile waits for the tokens");

    keychain.answer(true);
    TestClient.await(
        opened.core().socket().state(), state -> state instanceof ConnectionState.Online);
    assertEquals("anna", asked.get(30, TimeUnit.SECONDS).username());
  }

  @Test
  void withoutAnAnswerNobodyIsSignedInAndTheSealedSignInStays() throws Exception {
    String before = Files.readString(sealed());
    Services opened = show();
    keychain.awaitAsked();
    keychain.answer(false);
    Account shown =
        TestClient.await(
            opened.core().account().account(), account -> account instanceof Account.Guest);
    assertNotNull(((Account.Guest) shown).notice(), "they are told why");
    TestClient.await(
        opened.core().socket().state(), state -> state instanceof ConnectionState.SignedOut);
    assertEquals(before, Files.readString(sealed()));
  }

  private Services show() {
    Services opened = open();
    services = opened;
    interact(() -> new MainWindow(opened, null, () -> {}).show());
    opened.core().start();
    return opened;
  }

  private Services open() {
    return Services.open(
        Profile.in("late", folder.resolve("data"), folder.resolve("cache")),
        RelayAddress.of(relay.address(), false),
        SoundAccess.LISTENING,
        LocalSources.demo(1),
        keychain);
  }

  private Path sealed() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      return files.filter(file -> file.endsWith("account.json")).findFirst().orElseThrow();
    }
  }

  /// Answers when it is told to, as one that asks its user to be unlocked first.
  private static final class SlowKeychain implements Keychain {
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private volatile CompletableFuture<Boolean> unlocked = new CompletableFuture<>();
    private volatile CompletableFuture<@Nullable Void> asked = new CompletableFuture<>();

    /// @param yes whether what it keeps is given out
    void answer(boolean yes) {
      unlocked.complete(yes);
    }

    void ask() {
      unlocked = new CompletableFuture<>();
      asked = new CompletableFuture<>();
    }

    void awaitAsked() throws InterruptedException, ExecutionException, TimeoutException {
      asked.get(30, TimeUnit.SECONDS);
    }

    @Override
    public @Nullable String read(String name) {
      asked.complete(null);
      return unlocked.join() ? kept.get(name) : null;
    }

    @Override
    public boolean write(String name, String secret) {
      kept.put(name, secret);
      return true;
    }

    @Override
    public void remove(String name) {
      kept.remove(name);
    }
  }
}

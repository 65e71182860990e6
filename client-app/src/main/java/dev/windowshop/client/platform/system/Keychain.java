package dev.windowshop.client.platform.system;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The place where this system keeps secrets: the Secret Service or KWallet, the Keychain, the
/// Credential Manager. Where there is none, nothing is kept and nothing found. Blocks, for as long
/// as the system asks its user to unlock it but never longer than 20 s. Thread-safe.
public interface Keychain {
  /// @return null when there is no keychain, or nothing of that name in it
  @Nullable String read(String name);

  /// @return whether it is kept now
  boolean write(String name, String secret);

  void remove(String name);

  static Keychain none() {
    return new None();
  }

  /// On Linux only where a session bus is: nothing is started for it.
  static Keychain ofSystem() {
    boolean reachable =
        SystemKind.here() != SystemKind.LINUX || System.getenv("DBUS_SESSION_BUS_ADDRESS") != null;
    return reachable ? new OfSystem(Keyring::create, OfSystem.PATIENCE) : none();
  }

  record None() implements Keychain {
    @Override
    public @Nullable String read(String name) {
      return null;
    }

    @Override
    public boolean write(String name, String secret) {
      return false;
    }

    @Override
    public void remove(String name) {}
  }

  /// One connection for each call: they are rare, and a keychain may go and come.
  final class OfSystem implements Keychain {
    private static final Logger LOG = LoggerFactory.getLogger(Keychain.class);
    private static final String SERVICE = "Windowshop";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private interface Work {
      @Nullable String with(Keyring keyring) throws PasswordAccessException;
    }

    /// Reaches the system's.
    interface Opening {
      Keyring open() throws BackendNotSupportedException;
    }

    private final Opening opening;
    private final Duration patience;

    OfSystem(Opening opening, Duration patience) {
      this.opening = opening;
      this.patience = patience;
    }

    @Override
    public @Nullable String read(String name) {
      return ask(keyring -> keyring.getPassword(SERVICE, name));
    }

    @Override
    public boolean write(String name, String secret) {
      String kept =
          ask(keyring -> {
            keyring.setPassword(SERVICE, name, secret);
            return keyring.getPassword(SERVICE, name);
          });
      return secret.equals(kept);
    }

    @Override
    public void remove(String name) {
      ask(keyring -> {
        keyring.deletePassword(SERVICE, name);
        return null;
      });
    }

    private @Nullable String ask(Work work) {
      CompletableFuture<@Nullable String> answer = new CompletableFuture<>();
      Thread.ofPlatform().daemon().name("keychain").start(() -> answer(work, answer));
      try {
        return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        LOG.warn("The system's keychain does not answer");
      } catch (ExecutionException e) {
        LOG.info("The system's keychain cannot be used: {}", String.valueOf(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return null;
    }

    private void answer(Work work, CompletableFuture<@Nullable String> answer) {
      try (Keyring keyring = opening.open()) {
        answer.complete(work.with(keyring));
      } catch (PasswordAccessException e) {
        LOG.debug("Not in the keychain", e);
        answer.complete(null);
      } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
        answer.completeExceptionally(e);
      } catch (Exception e) {
        LOG.debug("closing the keychain", e);
      }
    }
  }
}

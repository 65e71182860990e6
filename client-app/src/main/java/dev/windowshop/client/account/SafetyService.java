package dev.windowshop.client.account;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.AccountSecurity;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Oidc;
import dev.windowshop.protocol.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// [Safety] at the relay. Thread-safe.
public final class SafetyService implements Safety {
  private final RelayClient relay;
  private final Workers workers;
  private final AccountService accounts;

  public SafetyService(RelayClient relay, Workers workers, AccountService accounts) {
    this.relay = relay;
    this.workers = workers;
    this.accounts = accounts;
  }

  @Override
  public CompletableFuture<AccountSecurity> security() {
    return later(() -> relay.get("/me/security", AccountSecurity.class));
  }

  @Override
  public CompletableFuture<Void> changePassword(@Nullable String current, String next) {
    return run(() -> relay.post("/me/password", new Auth.PasswordChange(current, next)));
  }

  @Override
  public CompletableFuture<Boolean> changeEmail(String email, @Nullable String password) {
    return later(() -> {
      relay.post("/me/email", new Auth.EmailChange(email.strip(), password));
      boolean waits = relay.get("/me/security", AccountSecurity.class).pendingEmail() != null;
      accounts.refresh();
      return waits;
    });
  }

  @Override
  public CompletableFuture<Void> askForCode() {
    return run(() -> relay.post("/me/email/verification", Map.of()));
  }

  @Override
  public CompletableFuture<Void> confirmEmail(String code) {
    return run(() -> {
      relay.post("/auth/verify-email", new Auth.VerifyEmail(code.strip()));
      accounts.refresh();
    });
  }

  @Override
  public CompletableFuture<Void> disconnect(String issuer, @Nullable String password) {
    return run(() -> relay.delete("/me/identities", new Oidc.Disconnect(issuer, password)));
  }

  @Override
  public CompletableFuture<List<Auth.Session>> devices() {
    return later(() -> {
      List<Auth.Session> all = new ArrayList<>();
      String cursor = null;
      do {
        Page<Auth.Session> page =
            relay.get(
                "/me/sessions?limit=100" + (cursor == null ? "" : "&cursor=" + cursor),
                new TypeReference<Page<Auth.Session>>() {});
        all.addAll(page.items());
        cursor = page.nextCursor();
      } while (cursor != null);
      return List.copyOf(all);
    });
  }

  @Override
  public CompletableFuture<Void> signOutDevice(String id) {
    return run(() -> relay.delete("/me/sessions/" + id));
  }

  @Override
  public CompletableFuture<Void> signOutOthers() {
    return run(() -> relay.delete("/me/sessions"));
  }

  @Override
  public CompletableFuture<Void> export(Path file, LongConsumer progress) {
    return run(() -> {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      try {
        relay.download("/me/export", part, progress);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        part.toFile().delete();
      }
    });
  }

  @Override
  public CompletableFuture<Void> delete(@Nullable String password) {
    return run(() -> {
      relay.delete("/me", new Auth.Deletion(password));
      relay.session().end();
    });
  }

  private <T> CompletableFuture<T> later(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, workers.io());
  }

  private CompletableFuture<Void> run(Runnable work) {
    return CompletableFuture.runAsync(work, workers.io());
  }
}

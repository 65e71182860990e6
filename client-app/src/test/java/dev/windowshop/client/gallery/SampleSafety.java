package dev.windowshop.client.gallery;

import dev.windowshop.client.account.Safety;
import dev.windowshop.protocol.AccountSecurity;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// An account with three devices, an email that waits to be confirmed, and the password `walking`.
public final class SampleSafety implements Safety {
  private final SampleAccounts accounts;
  private final List<Auth.Session> devices = new ArrayList<>();
  public AccountSecurity security =
      new AccountSecurity(
          "maya@example.com",
          false,
          null,
          true,
          true,
          List.of(
              new AccountSecurity.Identity(
                  "https://accounts.example.org", "google", "Google", Instant.EPOCH)));

  public SampleSafety(SampleAccounts accounts) {
    this.accounts = accounts;
    Instant now = Instant.now();
    devices.add(device("a", "Windowshop on Windows 11", now.minus(Duration.ofHours(5)), false));
    devices.add(device("b", "Windowshop on Linux", now, true));
    devices.add(device("c", "Lindqvist & Co", now.minus(Duration.ofDays(12)), false));
  }

  private static Auth.Session device(String id, String name, Instant used, boolean current) {
    return new Auth.Session(id, name, used.minus(Duration.ofDays(30)), used, current);
  }

  @Override
  public CompletableFuture<AccountSecurity> security() {
    return CompletableFuture.completedFuture(security);
  }

  @Override
  public CompletableFuture<Void> changePassword(@Nullable String current, String next) {
    if (!"walking".equals(current)) {
      return wrong();
    }
    return next.length() < 8
        ? CompletableFuture.failedFuture(
            ProblemException.invalid("newPassword", "must have 8 characters at least"))
        : done();
  }

  @Override
  public CompletableFuture<Boolean> changeEmail(String email, @Nullable String password) {
    if (!"walking".equals(password)) {
      return wrong();
    }
    security = with(security.email(), false, email);
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public CompletableFuture<Void> askForCode() {
    return done();
  }

  @Override
  public CompletableFuture<Void> confirmEmail(String code) {
    if (!code.equals("good")) {
      return CompletableFuture.failedFuture(
          ProblemException.invalid("token", "is not right, or too old"));
    }
    String pending = security.pendingEmail();
    security = with(pending == null ? security.email() : pending, true, null);
    return done();
  }

  private AccountSecurity with(String email, boolean verified, @Nullable String pending) {
    return new AccountSecurity(
        email, verified, pending, security.hasPassword(), true, security.identities());
  }

  @Override
  public CompletableFuture<Void> disconnect(String issuer, @Nullable String password) {
    if (!"walking".equals(password)) {
      return wrong();
    }
    security =
        new AccountSecurity(
            security.email(),
            security.emailVerified(),
            security.pendingEmail(),
            security.hasPassword(),
            true,
            security.identities().stream().filter(one -> !one.issuer().equals(issuer)).toList());
    return done();
  }

  @Override
  public CompletableFuture<List<Auth.Session>> devices() {
    return CompletableFuture.completedFuture(List.copyOf(devices));
  }

  @Override
  public CompletableFuture<Void> signOutDevice(String id) {
    devices.removeIf(device -> device.id().equals(id));
    return done();
  }

  @Override
  public CompletableFuture<Void> signOutOthers() {
    devices.removeIf(device -> !device.current());
    return done();
  }

  @Override
  public CompletableFuture<Void> export(Path file, LongConsumer progress) {
    progress.accept(120_000);
    return done();
  }

  @Override
  public CompletableFuture<Void> delete(@Nullable String password) {
    return "walking".equals(password) ? accounts.signOut() : wrong();
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private static <T> CompletableFuture<T> wrong() {
    return CompletableFuture.failedFuture(
        new ProblemException(ProblemType.WRONG_CREDENTIALS, "The password is wrong."));
  }
}

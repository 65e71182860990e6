package dev.windowshop.client.account;

import dev.windowshop.client.net.DeviceName;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.Session;
import dev.windowshop.client.net.Tokens;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Auth;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.ProblemException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signing in, up and out. Somebody signed in stays so over restarts and without a network, until
/// they sign out or the relay ends the session. Thread-safe.
public final class AccountService implements Accounts {
  private static final Logger LOG = LoggerFactory.getLogger(AccountService.class);

  private final RelayClient relay;
  private final Workers workers;
  private final StoredAccount stored;
  private final Live<Account> account;

  /// @param stored the account that the client's session was made with
  public AccountService(RelayClient relay, Workers workers, StoredAccount stored) {
    this.relay = relay;
    this.workers = workers;
    this.stored = stored;
    Me me = stored.me();
    this.account =
        new Live<>(
            me == null || relay.session().userId() == null
                ? new Account.Guest()
                : new Account.SignedIn(me));
    relay.session().state().observe(this::sessionChanged);
  }

  @Override
  public Live<Account> account() {
    return account;
  }

  /// The number that the relay knows this guest by.
  public String guestId() {
    return stored.guestId();
  }

  /// A new number, once the old one's interests have become an account's.
  public void renewGuestId() {
    stored.renewGuestId();
  }

  /// @param login an email or a user name
  @Override
  public CompletableFuture<Me> signIn(String login, String password) {
    return begin("/auth/login", () -> new Auth.Login(login.strip(), password, DeviceName.here()));
  }

  @Override
  public CompletableFuture<Me> signUp(
      String email, String username, String password, @Nullable String displayName) {
    return begin(
        "/auth/signup",
        () ->
            new Auth.SignUp(
                email.strip(), username.strip(), password, displayName, DeviceName.here()));
  }

  /// Signs out here at once; the relay is told when it can be.
  @Override
  public CompletableFuture<Void> signOut() {
    return CompletableFuture.runAsync(
        () -> {
          try {
            relay.post("/auth/logout", Map.of());
          } catch (ProblemException | RelayUnreachableException e) {
            LOG.info("Signed out without the relay: {}", e.getMessage());
          }
          relay.session().end();
        },
        workers.io());
  }

  @Override
  public CompletableFuture<Me> update(Me.Patch patch) {
    return CompletableFuture.supplyAsync(
        () -> {
          Me me = relay.patch("/me", patch, Me.class);
          known(me);
          return me;
        },
        workers.io());
  }

  @Override
  public CompletableFuture<Me> changePicture(Path picture) {
    return CompletableFuture.supplyAsync(
        () -> {
          Attachment made = relay.upload("/attachments", picture, "image", Attachment.class);
          Me me = relay.patch("/me", new Me.Patch(null, null, null, null, made.id()), Me.class);
          known(me);
          return me;
        },
        workers.io());
  }

  /// Fetches the own profile again, for what another device changed.
  public CompletableFuture<Me> refresh() {
    return CompletableFuture.supplyAsync(
        () -> {
          Me me = relay.get("/me", Me.class);
          known(me);
          return me;
        },
        workers.io());
  }

  private CompletableFuture<Me> begin(String path, Supplier<Object> request) {
    return CompletableFuture.supplyAsync(
        () -> begin(relay.post(path, request.get(), Auth.Tokens.class)), workers.io());
  }

  /// Somebody has signed in, whichever way.
  Me begin(Auth.Tokens answer) {
    Tokens tokens = Tokens.of(answer);
    stored.signedIn(tokens, answer.user());
    relay.session().begin(tokens);
    account.set(new Account.SignedIn(answer.user()));
    return answer.user();
  }

  private void known(Me me) {
    Tokens tokens = relay.session().tokens();
    if (tokens != null && tokens.userId().equals(me.id())) {
      stored.signedIn(tokens, me);
      account.set(new Account.SignedIn(me));
    }
  }

  /// Renewed tokens are kept before anybody uses them: the old ones are spent.
  private void sessionChanged(Session.State state) {
    switch (state) {
      case Session.State.Held held -> stored.renewed(held.tokens());
      case Session.State.Opening opening -> {}
      case Session.State.None(Session.Why why) -> {
        if (account.value() instanceof Account.SignedIn) {
          // What the keychain does not open now it may open at the next start.
          if (why != Session.Why.CLOSED) {
            stored.signedOut();
          }
          account.set(new Account.Guest(said(why)));
        }
      }
    }
  }

  private static @Nullable String said(Session.Why why) {
    return switch (why) {
      case NOBODY -> null;
      case ENDED -> "Your session has ended. Sign in again.";
      case CLOSED -> "Your system's keychain did not give your sign-in back. Sign in again.";
    };
  }
}

package dev.windowshop.client.account;

import dev.windowshop.client.net.Tokens;
import dev.windowshop.client.platform.system.Keychain;
import dev.windowshop.protocol.Me;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The account as it was left, and as it is to be found at the next start. Thread-safe.
public final class StoredAccount {
  private final AccountFile file;

  /// Does not ask the keychain.
  ///
  /// @param path of the file; made when it is not there
  /// @param keychain has the key to the tokens in it
  public StoredAccount(Path path, Keychain keychain) {
    this.file = new AccountFile(path, keychain);
  }

  /// The tokens of whoever was signed in last; null also while they are closed.
  public @Nullable Tokens tokens() {
    AccountFile.Content now = file.content();
    return now.me() == null ? null : now.tokens();
  }

  /// Who was signed in last, also while their tokens are closed.
  public @Nullable Me me() {
    AccountFile.Content now = file.content();
    return now.signedIn() ? now.me() : null;
  }

  /// Whether there are tokens that the keychain has to open.
  public boolean closed() {
    return file.content().closed() != null;
  }

  /// The tokens, opened; waits for the keychain.
  ///
  /// @return null when it has no key to them
  public @Nullable Tokens open() {
    file.open();
    return tokens();
  }

  public String guestId() {
    return file.content().guestId();
  }

  void renewGuestId() {
    file.save(file.content().withGuestId(AccountFile.newGuestId()));
  }

  void signedIn(Tokens tokens, Me me) {
    file.save(file.content().signedIn(tokens, me));
  }

  void renewed(Tokens tokens) {
    Me me = file.content().me();
    if (me != null && me.id().equals(tokens.userId()) && !tokens.equals(file.content().tokens())) {
      file.save(file.content().signedIn(tokens, me));
    }
  }

  void signedOut() {
    file.save(file.content().guest(file.content().guestId()));
  }
}

package dev.windowshop.client.account;

import dev.windowshop.client.net.Tokens;
import dev.windowshop.client.platform.system.Keychain;
import dev.windowshop.protocol.Me;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The account as it was left, and as it is to be found at the next start. Thread-safe.
public final class StoredAccount {
  private final AccountFile file;

  /// Waits for the keychain, when the file needs it.
  ///
  /// @param path of the file; made when it is not there
  /// @param keychain has the key to the tokens in it
  public StoredAccount(Path path, Keychain keychain) {
    this.file = new AccountFile(path, keychain);
  }

  /// The tokens of whoever was signed in last.
  public @Nullable Tokens tokens() {
    return file.content().me() == null ? null : file.content().tokens();
  }

  public @Nullable Me me() {
    return file.content().tokens() == null ? null : file.content().me();
  }

  public String guestId() {
    return file.content().guestId();
  }

  void renewGuestId() {
    AccountFile.Content now = file.content();
    file.save(new AccountFile.Content(AccountFile.newGuestId(), now.tokens(), now.me()));
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

package dev.windowshop.client.account;

import dev.windowshop.client.net.Tokens;
import dev.windowshop.protocol.Me;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The account as it was left, and as it is to be found at the next start. Thread-safe.
public final class StoredAccount {
  private final AccountFile file;

  /// @param path of the file; made when it is not there
  public StoredAccount(Path path) {
    this.file = new AccountFile(path);
  }

  /// The tokens of whoever was signed in last.
  public @Nullable Tokens tokens() {
    return file.content().me() == null ? null : file.content().tokens();
  }

  public @Nullable Me me() {
    return file.content().me();
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

package dev.windowshop.client.account;

import dev.windowshop.client.net.Tokens;
import dev.windowshop.client.platform.AtomicFile;
import dev.windowshop.client.platform.system.Keychain;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is remembered of the account between two starts, in a file that only its owner may read;
/// the tokens closed with a key of the system's keychain, where there is one. Who it is and the
/// guest's number lie open, so that a start need not wait for the keychain. Thread-safe.
final class AccountFile {
  private static final Logger LOG = LoggerFactory.getLogger(AccountFile.class);
  private static final int GUEST_BYTES = 16;

  /// @param guestId 128 random bits, made here; the relay knows a guest by them
  /// @param closed the tokens, as long as nothing opened them
  record Content(
      String guestId, @Nullable Tokens tokens, Seal.@Nullable Closed closed, @Nullable Me me) {
    Content guest(String id) {
      return new Content(id, null, null, null);
    }

    Content withGuestId(String id) {
      return new Content(id, tokens, closed, me);
    }

    Content signedIn(Tokens newTokens, Me newMe) {
      return new Content(guestId, newTokens, null, newMe);
    }

    boolean signedIn() {
      return tokens != null || closed != null;
    }

    @Override
    public String toString() {
      return "Content[[REDACTED]]";
    }
  }

  /// As it lies on the disk.
  ///
  /// @param sealed the tokens, when a keychain has the key to them
  private record Written(
      String guestId, @Nullable Tokens tokens, Seal.@Nullable Closed sealed, @Nullable Me me) {}

  private final Path path;
  private final Keychain keychain;

  /// What the tokens are closed with; null while there are none, and where nothing keeps a key.
  private @Nullable Seal seal;

  private Content content;

  AccountFile(Path path, Keychain keychain) {
    this.path = path;
    this.keychain = keychain;
    this.content = load();
  }

  synchronized Content content() {
    return content;
  }

  /// Opens tokens that are closed. Waits for the keychain, and nobody else with it. Without its
  /// answer nobody is signed in, and the file stays as it is.
  void open() {
    Content before = content();
    Seal.Closed closed = before.closed();
    if (closed == null) {
      return;
    }
    Seal found = Seal.of(closed, keychain);
    Tokens tokens = found == null ? null : tokens(found.open(closed));
    if (tokens == null) {
      LOG.warn("The keychain has no key to the sign-in in {}; signed out", path);
    }
    synchronized (this) {
      if (closed.equals(content.closed())) {
        seal = found;
        content = new Content(content.guestId(), tokens, null, content.me());
      }
    }
  }

  private static @Nullable Tokens tokens(@Nullable String text) {
    try {
      return text == null ? null : Json.decode(text.getBytes(StandardCharsets.UTF_8), Tokens.class);
    } catch (ProblemException e) {
      return null;
    }
  }

  /// Waits for the keychain, when tokens are kept for the first time and when they go.
  synchronized void save(Content next) {
    Seal.Closed unopened = content.closed();
    content = next;
    try {
      AtomicFile.write(path, Json.encodeBytes(written(next)));
    } catch (IOException e) {
      LOG.error("The sign-in could not be remembered in {}", path, e);
    }
    if (next.signedIn()) {
      return;
    }
    if (seal != null) {
      seal.forget(keychain);
      seal = null;
    } else if (unopened != null) {
      keychain.remove(unopened.key());
    }
  }

  private Written written(Content next) {
    Tokens tokens = next.tokens();
    if (tokens != null && seal == null && !(keychain instanceof Keychain.None)) {
      seal = Seal.make(keychain);
    }
    return tokens == null || seal == null
        ? new Written(next.guestId(), tokens, next.closed(), next.me())
        : new Written(next.guestId(), null, seal.close(Json.encode(tokens)), next.me());
  }

  static String newGuestId() {
    byte[] bits = new byte[GUEST_BYTES];
    new SecureRandom().nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  private Content load() {
    try {
      if (Files.exists(path)) {
        Written written = Json.decode(Files.readAllBytes(path), Written.class);
        return new Content(written.guestId(), written.tokens(), written.sealed(), written.me());
      }
    } catch (IOException | ProblemException e) {
      LOG.warn("{} cannot be read; signed out", path, e);
    }
    return new Content(newGuestId(), null, null, null);
  }
}

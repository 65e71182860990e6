package dev.windowshop.client.account;

import dev.windowshop.client.net.Tokens;
import dev.windowshop.client.platform.AtomicFile;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Me;
import dev.windowshop.protocol.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is remembered of the account between two starts, in a file that only its owner may read.
/// Thread-safe.
final class AccountFile {
  private static final Logger LOG = LoggerFactory.getLogger(AccountFile.class);
  private static final int GUEST_BYTES = 16;

  /// @param guestId 128 random bits, made here; the relay knows a guest by them
  record Content(String guestId, @Nullable Tokens tokens, @Nullable Me me) {
    Content guest(String id) {
      return new Content(id, null, null);
    }

    Content signedIn(Tokens newTokens, Me newMe) {
      return new Content(guestId, newTokens, newMe);
    }

    @Override
    public String toString() {
      return "Content[[REDACTED]]";
    }
  }

  private final Path path;
  private Content content;

  AccountFile(Path path) {
    this.path = path;
    this.content = load(path);
  }

  synchronized Content content() {
    return content;
  }

  synchronized void save(Content next) {
    content = next;
    try {
      AtomicFile.write(path, Json.encodeBytes(next));
    } catch (IOException e) {
      LOG.error("The sign-in could not be remembered in {}", path, e);
    }
  }

  static String newGuestId() {
    byte[] bits = new byte[GUEST_BYTES];
    new SecureRandom().nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  private static Content load(Path path) {
    try {
      if (Files.exists(path)) {
        return Json.decode(Files.readAllBytes(path), Content.class);
      }
    } catch (IOException | ProblemException e) {
      LOG.warn("{} cannot be read; signed out", path, e);
    }
    return new Content(newGuestId(), null, null);
  }
}

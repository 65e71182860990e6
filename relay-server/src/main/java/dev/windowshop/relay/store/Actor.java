package dev.windowshop.relay.store;

import dev.windowshop.relay.auth.Principal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Who does something in the store: a user by id, a guest by a hash of the id that they made, which
/// is a secret of theirs and never kept.
public record Actor(String key) {
  public static Actor user(String userId) {
    return new Actor(userId);
  }

  public static Actor guest(String guestId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(guestId.getBytes(StandardCharsets.UTF_8));
      return new Actor("guest-" + HexFormat.of().formatHex(digest, 0, 16));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @return null for somebody who is neither
  public static @Nullable Actor of(@Nullable Principal principal, @Nullable String guestId) {
    if (principal != null) {
      return user(principal.userId());
    }
    return guestId == null ? null : guest(guestId);
  }
}

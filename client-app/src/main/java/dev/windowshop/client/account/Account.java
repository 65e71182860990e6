package dev.windowshop.client.account;

import dev.windowshop.protocol.Me;
import org.jspecify.annotations.Nullable;

/// Who uses the app.
public sealed interface Account {
  /// @param notice why somebody who was signed in is no longer, fit to be shown
  record Guest(@Nullable String notice) implements Account {
    public Guest() {
      this(null);
    }
  }

  record SignedIn(Me me) implements Account {}

  /// The signed-in user's id, or null.
  default @Nullable String userId() {
    return switch (this) {
      case Guest guest -> null;
      case SignedIn signedIn -> signedIn.me().id();
    };
  }
}

package dev.windowshop.client.app;

import dev.windowshop.client.net.ConnectionState;

/// What the window says about the connection: nothing while all is well.
final class QuietLine {
  private QuietLine() {}

  /// @param exposed whether what is sent can be read on the way
  static String of(ConnectionState state, boolean exposed) {
    return switch (state) {
      case ConnectionState.Online online -> unprotected(exposed);
      case ConnectionState.SignedOut signedOut -> unprotected(exposed);
      case ConnectionState.Connecting connecting -> unprotected(exposed);
      case ConnectionState.Incompatible incompatible -> incompatible.why();
      case ConnectionState.Offline offline ->
          offline.why() + " You see the shop as it was; what you do is kept and sent later.";
    };
  }

  private static String unprotected(boolean exposed) {
    return exposed
        ? "This connection is not protected: others on the way can read what you send."
        : "";
  }
}

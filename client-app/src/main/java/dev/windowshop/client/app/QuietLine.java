package dev.windowshop.client.app;

import dev.windowshop.client.net.ConnectionState;

/// What the window says about the connection: nothing while all is well.
final class QuietLine {
  private QuietLine() {}

  static String of(ConnectionState state) {
    return switch (state) {
      case ConnectionState.Online online -> "";
      case ConnectionState.SignedOut signedOut -> "";
      case ConnectionState.Connecting connecting -> "";
      case ConnectionState.Incompatible incompatible -> incompatible.why();
      case ConnectionState.Offline offline ->
          offline.why() + " You see the shop as it was; what you do is kept and sent later.";
    };
  }
}

package dev.windowshop.client.app;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who signs in in a smoke test.
///
/// @param made whether it is signed up for this, and erased after
record SmokeAccount(String name, String password, boolean made) {
  /// Names two accounts that are there, `NAME:PASSWORD,NAME:PASSWORD`: a command line would show
  /// the passwords to everybody on the machine.
  static final String VARIABLE = "WINDOWSHOP_SMOKE_ACCOUNTS";

  private static final int BYTES = 8;

  String email() {
    return name + "@example.org";
  }

  /// The two, who must not be the same.
  ///
  /// @param given the variable's value
  /// @param demo whether the relay has the demo shop's people
  /// @throws IllegalArgumentException with a message fit to be shown
  static List<SmokeAccount> two(@Nullable String given, boolean demo) {
    if (given != null) {
      List<SmokeAccount> named = List.of(given.split(",")).stream().map(SmokeAccount::of).toList();
      if (named.size() != 2 || named.getFirst().name().equals(named.getLast().name())) {
        throw new IllegalArgumentException(VARIABLE + " needs two different accounts.");
      }
      return named;
    }
    return demo
        ? List.of(
            new SmokeAccount("robin", "windowshop-demo", false),
            new SmokeAccount("jonas", "windowshop-demo", false))
        : List.of(fresh(), fresh());
  }

  private static SmokeAccount of(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new IllegalArgumentException(VARIABLE + " is NAME:PASSWORD,NAME:PASSWORD.");
    }
    return new SmokeAccount(
        text.substring(0, colon).strip(), text.substring(colon + 1).strip(), false);
  }

  private static SmokeAccount fresh() {
    SecureRandom random = new SecureRandom();
    byte[] bytes = new byte[2 * BYTES];
    random.nextBytes(bytes);
    String hex = HexFormat.of().formatHex(bytes);
    return new SmokeAccount("smoke-" + hex.substring(0, BYTES), hex.substring(BYTES), true);
  }
}

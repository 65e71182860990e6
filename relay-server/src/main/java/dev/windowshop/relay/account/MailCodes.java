package dev.windowshop.relay.account;

import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Codes that people carry from a mail into the app: 79 bits, in letters that are not taken for
/// each other.
final class MailCodes {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private MailCodes() {}

  /// For example `k3vd-9xqm-7tfa-w2ep`.
  static String fresh() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % 4 == 0) {
        text.append('-');
      }
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /// As it is kept; however it was typed.
  static String hash(@Nullable String code) {
    String plain = code == null ? "" : code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "");
    return RefreshTokens.hash("mail " + plain);
  }
}

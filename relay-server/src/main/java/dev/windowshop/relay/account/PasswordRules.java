package dev.windowshop.relay.account;

import dev.windowshop.protocol.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a password may be: long rather than odd, and none that everybody tries first.
final class PasswordRules {
  static final int SHORTEST = 8;
  static final int LONGEST = 256;

  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  /// Why this can't be the password of somebody with this name and email; null when it can.
  static @Nullable String trouble(@Nullable String password, String username, String email) {
    String text = password == null ? "" : password;
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST) {
      return "must have " + SHORTEST + " characters at least";
    }
    if (text.length() > LONGEST) {
      return "must have " + LONGEST + " characters at most";
    }
    String plain = text.toLowerCase(Locale.ROOT);
    if (plain.codePoints().distinct().count() < 3
        || isRun(plain)
        || COMMON.contains(plain)
        || COMMON.contains(plain.replaceAll("[\\d!.?*#$-]+$", ""))) {
      return "is one that everybody tries first: take a longer or odder one";
    }
    String name = username.toLowerCase(Locale.ROOT);
    String mail = email.toLowerCase(Locale.ROOT);
    if (plain.equals(name)
        || plain.equals(mail)
        || plain.equals(mail.replaceFirst("@.*", ""))
        || plain.replaceAll("\\d+$", "").equals(name)) {
      return "must not be your name or email";
    }
    return null;
  }

  /// @throws ProblemException 422 naming the field
  static void require(String field, @Nullable String password, String username, String email) {
    String trouble = trouble(password, username, email);
    if (trouble != null) {
      throw ProblemException.invalid(field, trouble);
    }
  }

  /// For example `12345678` or `hgfedcba`.
  private static boolean isRun(String text) {
    int step = text.charAt(1) - text.charAt(0);
    if (Math.abs(step) > 1) {
      return false;
    }
    for (int i = 2; i < text.length(); i++) {
      if (text.charAt(i) - text.charAt(i - 1) != step) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> common() {
    try (InputStream file = PasswordRules.class.getResourceAsStream("common-passwords.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(file, "common-passwords.txt"),
                    StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(line -> java.util.Arrays.stream(line.split("\\s+")))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

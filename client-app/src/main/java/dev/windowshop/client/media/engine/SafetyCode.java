package dev.windowshop.client.media.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Twelve digits that both ends of a connection see alike, and nobody between them could make so:
/// they come from the fingerprints of the certificates that encrypt it.
final class SafetyCode {
  private static final Pattern FINGERPRINT =
      Pattern.compile("(?m)^a=fingerprint:(\\S+) ([0-9A-Fa-f:]+)\\s*$");
  private static final long TWELVE_DIGITS = 1_000_000_000_000L;

  private SafetyCode() {}

  /// Null when one of them has no fingerprint.
  static @Nullable String of(String localSdp, String remoteSdp) {
    String mine = fingerprint(localSdp);
    String theirs = fingerprint(remoteSdp);
    if (mine == null || theirs == null) {
      return null;
    }
    String both = String.join("\n", Stream.of(mine, theirs).sorted().toList());
    byte[] hash = sha256(both.getBytes(StandardCharsets.US_ASCII));
    long number = 0;
    for (int i = 0; i < 7; i++) {
      number = number << 8 | (hash[i] & 0xff);
    }
    String digits = String.format(Locale.ROOT, "%012d", number % TWELVE_DIGITS);
    return digits.substring(0, 4) + " " + digits.substring(4, 8) + " " + digits.substring(8);
  }

  private static @Nullable String fingerprint(String sdp) {
    Matcher found = FINGERPRINT.matcher(sdp);
    return found.find()
        ? found.group(1).toLowerCase(Locale.ROOT) + " " + found.group(2).toUpperCase(Locale.ROOT)
        : null;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package dev.windowshop.relay.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/// Readable names for addresses: lower-case letters, digits and dashes; for other scripts a hash,
/// since it goes into paths.
public final class Slug {
  private static final int LONGEST = 60;

  private Slug() {}

  public static String of(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.length() >= 2 && plain.length() <= LONGEST ? plain : "c-" + hash(name);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)),
              0,
              6);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

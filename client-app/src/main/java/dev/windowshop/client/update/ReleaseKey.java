package dev.windowshop.client.update;

import dev.windowshop.protocol.Release;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The public key that this build takes releases from.
public final class ReleaseKey {
  private static final String PROPERTY = "windowshop.updateKey";
  private static final String ALGORITHM = "Ed25519";

  private final PublicKey key;

  ReleaseKey(PublicKey key) {
    this.key = key;
  }

  /// Of this build: the launcher's own file names it.
  ///
  /// @return null where it has none, and then takes no updates
  public static @Nullable ReleaseKey here() {
    String text = System.getProperty(PROPERTY);
    return text == null || text.isBlank() ? null : of(text.strip());
  }

  /// @param text base64 of the key as X.509 has it
  static ReleaseKey of(String text) {
    try {
      return new ReleaseKey(
          KeyFactory.getInstance(ALGORITHM)
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("this build's update key is no Ed25519 key", e);
    }
  }

  boolean signed(Release release) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(key);
      signature.update(release.statement());
      return signature.verify(Base64.getDecoder().decode(release.signature()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}

package dev.windowshop.client.account;

import dev.windowshop.client.platform.system.Keychain;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Closes what a file holds with a key (AES-256-GCM) that lies in the system's keychain, so that
/// the file alone, in a copy or a backup, tells nothing. Immutable.
final class Seal {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String ALGORITHM = "AES/GCM/NoPadding";

  /// @param key the name of the key in the keychain
  /// @param text Base64 of nonce and ciphertext
  record Closed(String key, String text) {}

  private final String name;
  private final byte[] key;

  private Seal(String name, byte[] key) {
    this.name = name;
    this.key = key;
  }

  /// @return null when the keychain keeps nothing
  static @Nullable Seal make(Keychain keychain) {
    String name = HexFormat.of().formatHex(random(8));
    byte[] key = random(KEY_BYTES);
    return keychain.write(name, Base64.getEncoder().encodeToString(key))
        ? new Seal(name, key)
        : null;
  }

  /// @return null when the keychain does not have its key
  static @Nullable Seal of(Closed closed, Keychain keychain) {
    String key = keychain.read(closed.key());
    try {
      return key == null ? null : new Seal(closed.key(), Base64.getDecoder().decode(key));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  void forget(Keychain keychain) {
    keychain.remove(name);
  }

  Closed close(String text) {
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] cipher =
          cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
      byte[] all = new byte[nonce.length + cipher.length];
      System.arraycopy(nonce, 0, all, 0, nonce.length);
      System.arraycopy(cipher, 0, all, nonce.length, cipher.length);
      return new Closed(name, Base64.getEncoder().encodeToString(all));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /// @return null when it was not closed with this key
  @Nullable String open(Closed closed) {
    try {
      byte[] all = Base64.getDecoder().decode(closed.text());
      if (all.length < NONCE_BYTES) {
        return null;
      }
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return null;
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return random;
  }
}

package dev.windowshop.relay.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of what passes through.
final class Digests {
  private Digests() {}

  static DigestOutputStream of(OutputStream out) {
    return new DigestOutputStream(out, sha256());
  }

  static String hex(DigestOutputStream out) {
    return HexFormat.of().formatHex(out.getMessageDigest().digest());
  }

  static String hex(InputStream in) throws IOException {
    try (DigestInputStream digest = new DigestInputStream(in, sha256())) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.windowshop.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A version of the app for one system, as a relay offers it. The signature is over [#statement],
/// made where no relay is, and checked by the app with a key that it was built with: a relay can
/// neither make a release nor pass an old one off as new.
///
/// @param system `linux`, `windows` or `macos`
/// @param arch `x64` or `arm64`
/// @param kind `deb`, `rpm`, `msi` or `dmg`
/// @param size in bytes
/// @param sha256 of the file, hexadecimal
/// @param notes what is new, for people
/// @param signature Ed25519, base64
/// @param publishedAt by the relay that says it; null on a sheet that is not published
public record Release(
    String version,
    String system,
    String arch,
    String kind,
    String fileName,
    long size,
    String sha256,
    String notes,
    String signature,
    @Nullable Instant publishedAt) {
  private static final Pattern WORD = Pattern.compile("[a-z0-9]{1,16}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,127}");
  private static final int MOST_NOTES = 20_000;

  /// A sheet that lacks something is none.
  public Release {
    for (String text :
        new String[] {version, system, arch, kind, fileName, sha256, notes, signature}) {
      Objects.requireNonNull(text, "a release's sheet lacks something");
    }
  }

  /// Says what is wrong with it, for nothing that is malformed goes further.
  ///
  /// @return null when nothing is
  public @Nullable String wrong() {
    if (!ReleaseVersion.isOne(version)) {
      return "'" + version + "' is no version like 1.2.3";
    }
    for (String word : new String[] {system, arch, kind}) {
      if (!WORD.matcher(word).matches()) {
        return "'" + word + "' is no system, processor or kind";
      }
    }
    if (!NAME.matcher(fileName).matches()) {
      return "'" + fileName + "' is no file's name";
    }
    if (size <= 0 || !HASH.matcher(sha256).matches()) {
      return "it has no size or no SHA-256";
    }
    return notes.length() > MOST_NOTES ? "its notes are too long" : null;
  }

  /// What is signed: everything that decides which file is taken for what, and the notes by their
  /// SHA-256, a line each.
  public byte[] statement() {
    return String.join(
            "\n",
            "windowshop release 1",
            version,
            system,
            arch,
            kind,
            Long.toString(size),
            sha256,
            hash(notes),
            "")
        .getBytes(StandardCharsets.UTF_8);
  }

  public Release published(Instant at) {
    return new Release(version, system, arch, kind, fileName, size, sha256, notes, signature, at);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.windowshop.relay.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.windowshop.protocol.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The relay's ES256 keys: the first signs, all of them verify, which is how a key is rotated.
///
/// Kept as a JWK set in `secrets/token-keys.json`, readable by its owner only. Immutable.
public final class SigningKeys {
  private static final String FILE = "token-keys.json";

  private final List<ECKey> keys;

  private SigningKeys(List<ECKey> keys) {
    this.keys = keys;
  }

  /// Reads the keys of this data folder, or makes the first one.
  ///
  /// @throws IOException when the file can't be read, made or understood
  public static SigningKeys open(Path data) throws IOException {
    Path folder = OwnerOnly.folder(data.resolve("secrets"));
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      return read(file);
    }
    try {
      ECKey key =
          new ECKeyGenerator(Curve.P_256)
              .keyID(Ids.newId())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .generate();
      String json = JSONObjectUtils.toJSONString(new JWKSet(key).toJSONObject(false));
      Path fresh = OwnerOnly.file(folder.resolve(FILE + ".new"));
      Files.writeString(fresh, json);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      return new SigningKeys(List.of(key));
    } catch (JOSEException e) {
      throw new IOException("a signing key can't be made: " + e.getMessage(), e);
    }
  }

  private static SigningKeys read(Path file) throws IOException {
    try {
      List<ECKey> keys =
          JWKSet.parse(Files.readString(file, StandardCharsets.UTF_8)).getKeys().stream()
              .filter(ECKey.class::isInstance)
              .map(ECKey.class::cast)
              .toList();
      if (keys.isEmpty() || !keys.getFirst().isPrivate()) {
        throw new IOException(file + " holds no private signing key");
      }
      return new SigningKeys(keys);
    } catch (ParseException e) {
      throw new IOException(file + " is no JWK set", e);
    }
  }

  /// A secret for another purpose, the same for as long as the oldest key stays.
  public byte[] derive(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(keys.getLast().getD().decode(), "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  ECKey signing() {
    return keys.getFirst();
  }

  @Nullable ECKey byId(@Nullable String kid) {
    for (ECKey key : keys) {
      if (key.getKeyID().equals(kid)) {
        return key;
      }
    }
    return null;
  }

  /// The public halves, for `/.well-known/jwks.json`.
  public String publicJson() {
    return JSONObjectUtils.toJSONString(new JWKSet(List.copyOf(keys)).toJSONObject(true));
  }
}

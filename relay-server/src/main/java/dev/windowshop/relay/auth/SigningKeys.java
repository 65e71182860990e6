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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The relay's ES256 keys: the first signs, all of them verify, which is how a key is rotated.
///
/// They come from PEM files, or from a JWK set in `secrets/token-keys.json`, readable by its owner
/// only, which is made at the first start. Thread-safe.
public final class SigningKeys {
  private static final String FILE = "token-keys.json";

  /// How many keys the file keeps: the one that signs, and those whose tokens may be about still.
  private static final int KEPT = 3;

  private final Path data;
  private final List<Path> pems;
  private volatile List<ECKey> keys;

  private SigningKeys(Path data, List<Path> pems, List<ECKey> keys) {
    this.data = data;
    this.pems = pems;
    this.keys = keys;
  }

  /// As [#open(Path, List)], without PEM files.
  public static SigningKeys open(Path data) throws IOException {
    return open(data, List.of());
  }

  /// Reads the keys, or makes the first one.
  ///
  /// @param pems private keys, the one that signs first; the data folder's own still verify
  /// @throws IOException when a file can't be read, made or understood
  public static SigningKeys open(Path data, List<Path> pems) throws IOException {
    return new SigningKeys(data, List.copyOf(pems), load(data, pems));
  }

  private static List<ECKey> load(Path data, List<Path> pems) throws IOException {
    List<ECKey> all = new ArrayList<>();
    for (Path pem : pems) {
      all.add(PemKeys.read(pem));
    }
    Path file = file(data);
    if (Files.exists(file)) {
      all.addAll(read(file));
    } else if (pems.isEmpty()) {
      ECKey first = fresh();
      write(file, List.of(first));
      all.add(first);
    }
    return List.copyOf(all);
  }

  /// Makes a new key that signs from the next look at the file on, in every relay that uses it; the
  /// newest of the others still verify.
  ///
  /// @return the new key's id
  public static String rotate(Path data) throws IOException {
    Path file = file(data);
    ECKey next = fresh();
    List<ECKey> before = Files.exists(file) ? read(file) : List.of();
    write(file, Stream.concat(Stream.of(next), before.stream()).limit(KEPT).toList());
    return next.getKeyID();
  }

  /// Reads the files again. What can't be read changes nothing.
  public void reload() throws IOException {
    List<ECKey> now = load(data, pems);
    if (!ids(now).equals(ids(keys))) {
      keys = now;
    }
  }

  private static Path file(Path data) throws IOException {
    return OwnerOnly.folder(data.resolve("secrets")).resolve(FILE);
  }

  private static ECKey fresh() throws IOException {
    try {
      return new ECKeyGenerator(Curve.P_256)
          .keyID(Ids.newId())
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .generate();
    } catch (JOSEException e) {
      throw new IOException("a signing key can't be made: " + e.getMessage(), e);
    }
  }

  private static void write(Path file, List<ECKey> keys) throws IOException {
    String json = JSONObjectUtils.toJSONString(new JWKSet(List.copyOf(keys)).toJSONObject(false));
    Path fresh = OwnerOnly.file(file.resolveSibling(FILE + ".new"));
    Files.writeString(fresh, json);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<ECKey> read(Path file) throws IOException {
    try {
      List<ECKey> keys =
          JWKSet.parse(Files.readString(file, StandardCharsets.UTF_8)).getKeys().stream()
              .filter(ECKey.class::isInstance)
              .map(ECKey.class::cast)
              .toList();
      if (keys.isEmpty() || !keys.getFirst().isPrivate()) {
        throw new IOException(file + " holds no private signing key");
      }
      return keys;
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

  /// Of all keys, the one that signs first.
  public List<String> ids() {
    return ids(keys);
  }

  private static List<String> ids(List<ECKey> keys) {
    return keys.stream().map(ECKey::getKeyID).toList();
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

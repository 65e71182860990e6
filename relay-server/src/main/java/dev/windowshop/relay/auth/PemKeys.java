package dev.windowshop.relay.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads P-256 private keys from PEM files, PKCS #8 or as `openssl ecparam -genkey` writes them.
/// The key's id is its RFC 7638 thumbprint, so that the same file always has the same.
final class PemKeys {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN (EC )?PRIVATE KEY-----([^-]+)-----END (EC )?PRIVATE KEY-----");

  /// `SEQUENCE {INTEGER 0, SEQUENCE {OID ecPublicKey, OID prime256v1}` of a PKCS #8 key.
  private static final byte[] P256 =
      HexFormat.of().parseHex("020100301306072a8648ce3d020106082a8648ce3d030107");

  private PemKeys() {}

  /// @throws IOException saying what is wrong with the file
  static ECKey read(Path file) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(file));
    if (!block.find()) {
      throw new IOException(file + " holds no unencrypted private key in PEM");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(block.group(2));
      byte[] pkcs8 = block.group(1) == null ? der : wrapped(der);
      PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      if (!(key instanceof ECPrivateKey ec)
          || !Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams()))) {
        throw new IOException(file + " holds a key of another curve than P-256");
      }
      KeyPair pair = new KeyPair(publicOf(ec), ec);
      return new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
          .privateKey(ec)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.ES256)
          .keyIDFromThumbprint()
          .build();
    } catch (GeneralSecurityException | JOSEException | IllegalArgumentException e) {
      throw new IOException(file + " holds no P-256 private key", e);
    }
  }

  /// A bare `ECPrivateKey` as PKCS #8, which is what the JDK reads.
  private static byte[] wrapped(byte[] sec1) {
    return tagged(0x30, concat(P256, tagged(0x04, sec1)));
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else if (content.length < 0x100) {
      out.write(0x81);
      out.write(content.length);
    } else {
      throw new IllegalArgumentException("longer than a key of this curve");
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  /// The public point of a private number: the file need not hold it, and the JDK does not compute
  /// it. Done once at the start, by nobody who could be timed.
  private static ECPublicKey publicOf(ECPrivateKey key) throws GeneralSecurityException {
    ECParameterSpec curve = key.getParams();
    BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger a = curve.getCurve().getA();
    ECPoint sum = ECPoint.POINT_INFINITY;
    BigInteger times = key.getS();
    for (int bit = times.bitLength() - 1; bit >= 0; bit--) {
      sum = add(sum, sum, p, a);
      if (times.testBit(bit)) {
        sum = add(sum, curve.getGenerator(), p, a);
      }
    }
    return (ECPublicKey)
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(sum, curve));
  }

  private static ECPoint add(ECPoint one, ECPoint other, BigInteger p, BigInteger a) {
    if (one.equals(ECPoint.POINT_INFINITY)) {
      return other;
    }
    if (other.equals(ECPoint.POINT_INFINITY)) {
      return one;
    }
    BigInteger x = one.getAffineX();
    BigInteger y = one.getAffineY();
    BigInteger slope;
    if (one.equals(other)) {
      slope =
          x.pow(2)
              .multiply(BigInteger.valueOf(3))
              .add(a)
              .multiply(y.shiftLeft(1).modInverse(p))
              .mod(p);
    } else if (x.equals(other.getAffineX())) {
      return ECPoint.POINT_INFINITY;
    } else {
      slope =
          other
              .getAffineY()
              .subtract(y)
              .multiply(other.getAffineX().subtract(x).modInverse(p))
              .mod(p);
    }
    BigInteger sumX = slope.pow(2).subtract(x).subtract(other.getAffineX()).mod(p);
    return new ECPoint(sumX, slope.multiply(x.subtract(sumX)).subtract(y).mod(p));
  }
}

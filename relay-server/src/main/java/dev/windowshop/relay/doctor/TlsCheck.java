package dev.windowshop.relay.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The certificate that a relay proves itself with.
///
/// @param certificate a PEM chain or a keystore
/// @param key the file that holds the private key; the same for a keystore
/// @param password of the keystore; null for PEM
public record TlsCheck(Path certificate, Path key, @Nullable String password) {
  private static final Duration SOON = Duration.ofDays(14);
  private static final String RENEW = "Renew it; a serving relay takes the new files up by itself.";

  @Override
  public String toString() {
    return "TlsCheck[" + certificate + ", " + key + ", [REDACTED]]";
  }

  List<Finding> look(Instant now) {
    List<Finding> findings = new ArrayList<>();
    if (FolderCheck.isOpenToOthers(key)) {
      findings.add(
          Finding.failed(
              "Other users of this machine can read or change the TLS key " + key + ".",
              "chmod go-rwx '" + key + "'."));
    }
    try {
      List<X509Certificate> chain = chain();
      if (chain.isEmpty()) {
        findings.add(
            Finding.failed("There is no certificate in " + certificate + ".", "Put one there."));
      }
      for (X509Certificate one : chain) {
        findings.add(validity(one, now));
      }
    } catch (IOException | GeneralSecurityException e) {
      findings.add(
          Finding.failed(
              "The certificate " + certificate + " can't be read: " + e.getMessage() + ".",
              "The relay can't serve TLS with it."));
    }
    return findings;
  }

  private static Finding validity(X509Certificate certificate, Instant now) {
    Instant begins = certificate.getNotBefore().toInstant();
    Instant ends = certificate.getNotAfter().toInstant();
    String what = "The certificate of " + certificate.getSubjectX500Principal().getName();
    if (now.isAfter(ends)) {
      return Finding.failed(what + " ended at " + ends + ".", RENEW);
    }
    if (now.isBefore(begins)) {
      return Finding.failed(what + " begins at " + begins + ".", "Look at the machine's clock.");
    }
    return Duration.between(now, ends).compareTo(SOON) < 0
        ? Finding.warning(what + " ends at " + ends + ".", RENEW)
        : Finding.ok(what + " is good until " + ends + ".");
  }

  private List<X509Certificate> chain() throws IOException, GeneralSecurityException {
    Collection<Certificate> all = new ArrayList<>();
    if (password == null) {
      try (InputStream in = Files.newInputStream(certificate)) {
        all.addAll(CertificateFactory.getInstance("X.509").generateCertificates(in));
      }
    } else {
      KeyStore store = KeyStore.getInstance(certificate.toFile(), password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        Certificate[] chain = store.getCertificateChain(alias);
        if (chain != null) {
          Collections.addAll(all, chain);
        }
      }
    }
    return all.stream()
        .filter(X509Certificate.class::isInstance)
        .map(X509Certificate.class::cast)
        .toList();
  }
}

package dev.windowshop.relay.app;

import io.vertx.core.net.JksOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What the relay proves itself with.
public sealed interface TlsConfig {
  /// A certificate chain and its key, PEM.
  record Pem(Path certificate, Path key) implements TlsConfig {
    @Override
    public List<Path> files() {
      return List.of(certificate, key);
    }

    @Override
    public KeyCertOptions options() {
      return new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString());
    }
  }

  /// A keystore, PKCS #12 (`.p12`, `.pfx`) or JKS (`.jks`).
  record Keystore(Path file, String password) implements TlsConfig {
    @Override
    public List<Path> files() {
      return List.of(file);
    }

    @Override
    public KeyCertOptions options() {
      return file.toString().toLowerCase(Locale.ROOT).endsWith(".jks")
          ? new JksOptions().setPath(file.toString()).setPassword(password)
          : new PfxOptions().setPath(file.toString()).setPassword(password);
    }

    @Override
    public String toString() {
      return "Keystore[" + file + ", [REDACTED]]";
    }
  }

  /// What it is read from.
  List<Path> files();

  KeyCertOptions options();

  /// Changes whenever one of the files does.
  default String stamp() throws IOException {
    StringBuilder stamp = new StringBuilder();
    for (Path file : files()) {
      stamp.append(Files.getLastModifiedTime(file).toMillis());
      stamp.append('/').append(Files.size(file)).append(' ');
    }
    return stamp.toString();
  }
}

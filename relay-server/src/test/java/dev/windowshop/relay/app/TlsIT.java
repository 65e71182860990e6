package dev.windowshop.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.relay.testing.TestDatabases;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsIT {
  private static final String PASSWORD = "correct horse";

  @TempDir Path folder;

  /// A self-signed certificate in a keystore, made by the JDK's own tool.
  private Path keystore(String name, String serial) throws Exception {
    Path file = folder.resolve(name);
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "relay",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + serial,
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertTrue(made.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, made.exitValue(), () -> folder.toString());
    return file;
  }

  private static HttpClient client(Path... trusted) throws Exception {
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    for (Path file : trusted) {
      KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
      anchors.setCertificateEntry(file.getFileName().toString(), store.getCertificate("relay"));
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {(X509TrustManager) factory.getTrustManagers()[0]}, null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + "/health")).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String subject(HttpResponse<?> response) throws Exception {
    X509Certificate certificate =
        (X509Certificate) response.sslSession().orElseThrow().getPeerCertificates()[0];
    return certificate.getSubjectX500Principal().getName();
  }

  private RelayConfig config(TlsConfig tls) {
    return TestDatabases.config(folder.resolve("data"))
        .with(config -> config.edge(new EdgeConfig(tls, List.of(), null)));
  }

  @Test
  void itSpeaksHttpsAndTakesUpANewCertificateWithoutARestart() throws Exception {
    Path first = keystore("first.p12", "first");
    Path second = keystore("second.p12", "second");
    Path used = Files.copy(first, folder.resolve("used.p12"));
    try (Relay relay = Relay.start(config(new TlsConfig.Keystore(used, PASSWORD)))) {
      assertTrue(relay.address().startsWith("https://127.0.0.1:"));
      HttpResponse<String> answer = get(client(first), relay.address());
      assertEquals(200, answer.statusCode());
      assertEquals("CN=first", subject(answer));
      assertEquals(
          "max-age=31536000", answer.headers().firstValue("Strict-Transport-Security").orElse(""));
      assertThrows(javax.net.ssl.SSLException.class, () -> get(client(second), relay.address()));

      Files.writeString(used, "no keystore any more");
      relay.lookAtCertificate();
      assertEquals("CN=first", subject(get(client(first, second), relay.address())));

      Files.copy(second, used, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      relay.lookAtCertificate();
      assertEquals("CN=second", subject(get(client(first, second), relay.address())));
    }
  }

  @Test
  void aPairOfPemFilesIsTakenAsWell() throws Exception {
    Path store = keystore("pem.p12", "pem");
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    Path certificate =
        pem("CERTIFICATE", keys.getCertificate("relay").getEncoded(), "certificate.pem");
    Path key = pem("PRIVATE KEY", keys.getKey("relay", PASSWORD.toCharArray()).getEncoded(), "key");
    try (Relay relay = Relay.start(config(new TlsConfig.Pem(certificate, key)))) {
      assertEquals("CN=pem", subject(get(client(store), relay.address())));
    }
  }

  @Test
  void aCertificateThatIsNoneIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("none.p12"), "none");
    CannotStartException refusal =
        assertThrows(
            CannotStartException.class,
            () -> Relay.start(config(new TlsConfig.Keystore(file, PASSWORD))).close());
    assertTrue(String.valueOf(refusal.getMessage()).contains("none.p12"), refusal::getMessage);
  }

  private Path pem(String kind, byte[] bytes, String name) throws Exception {
    String text = java.util.Base64.getMimeEncoder().encodeToString(bytes);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }
}

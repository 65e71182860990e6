package dev.windowshop.client.call;

import dev.windowshop.client.netlab.Internet;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/// A real coturn on this machine, with a certificate of its own.
final class Turn implements AutoCloseable {
  static final String SECRET = "only for this test";
  private static final String PASSWORD = "of the test";

  /// What a client is let in by.
  enum Way {
    UDP,
    TCP,
    TLS
  }

  private final Path folder;
  private final int port;
  private final int tlsPort;
  private Process process;

  static boolean isInstalled() {
    return Internet.isInstalled("turnserver");
  }

  /// @param ways by which it lets clients in
  Turn(Path folder, List<Way> ways) throws Exception {
    this.folder = folder;
    port = freePort();
    tlsPort = freePort();
    makeCertificate();
    process = start(ways);
  }

  List<String> urls() {
    return List.of(
        "turn:127.0.0.1:" + port + "?transport=udp",
        "turn:127.0.0.1:" + port + "?transport=tcp",
        "turns:127.0.0.1:" + tlsPort + "?transport=tcp");
  }

  /// The same server lets clients in by these ways only.
  void restart(List<Way> ways) throws IOException {
    close();
    process = start(ways);
  }

  private Process start(List<Way> ways) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "turnserver",
                "-n",
                "--use-auth-secret",
                "--static-auth-secret=" + SECRET,
                "--realm=windowshop.test",
                "--listening-ip=127.0.0.1",
                "--relay-ip=127.0.0.1",
                "--listening-port=" + port,
                "--tls-listening-port=" + tlsPort,
                "--cert=" + folder.resolve("turn-cert.pem"),
                "--pkey=" + folder.resolve("turn-key.pem"),
                "--allow-loopback-peers",
                "--no-cli",
                "--no-dtls",
                "--log-file=stdout",
                "--pidfile=" + folder.resolve("turn.pid")));
    for (Way way : Way.values()) {
      if (!ways.contains(way)) {
        command.add("--no-" + way.name().toLowerCase(Locale.ROOT));
      }
    }
    Process started =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitListening(started, ways.contains(Way.TCP) || ways.contains(Way.UDP) ? port : tlsPort);
    return started;
  }

  /// UDP can't be asked, so it listens on TCP too wherever it listens on UDP.
  private static void awaitListening(Process turn, int port) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < end && turn.isAlive()) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        LockSupport.parkNanos(20_000_000);
      }
    }
    throw new AssertionError("coturn does not listen, alive: " + turn.isAlive());
  }

  private void makeCertificate() throws Exception {
    Path store = folder.resolve("turn.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "turn",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    if (keytool.waitFor() != 0) {
      throw new AssertionError(Files.readString(folder.resolve("keytool.txt")));
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    pem("PRIVATE KEY", key(keys), "turn-key.pem");
    pem("CERTIFICATE", keys.getCertificate("turn").getEncoded(), "turn-cert.pem");
  }

  private static byte[] key(KeyStore keys) throws GeneralSecurityException {
    return keys.getKey("turn", PASSWORD.toCharArray()).getEncoded();
  }

  private void pem(String what, byte[] bytes, String name) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

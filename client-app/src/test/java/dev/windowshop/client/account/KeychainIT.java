package dev.windowshop.client.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windowshop.client.net.Tokens;
import dev.windowshop.client.platform.system.Keychain;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Me;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sign-in that is kept with GNOME's keyring on a session bus of its own, in a JVM that has it.
class KeychainIT {
  private static final Path TOOLS = Path.of("/usr/bin");
  private static final String SESSION =
      "printf secret | gnome-keyring-daemon --daemonize --unlock --components=secrets"
          + " && exec \"$@\"";

  @TempDir Path folder;

  @Test
  void theFileAloneSignsNobodyIn() throws Exception {
    assumeTrue(
        Stream.of("gnome-keyring-daemon", "dbus-run-session")
            .allMatch(tool -> Files.isExecutable(TOOLS.resolve(tool))),
        "needs the packages gnome-keyring and dbus");
    Path account = folder.resolve("account.json");
    inSession("keep", account);
    String kept = Files.readString(account);
    assertFalse(kept.contains("refresh-of-mia"), kept);
    assertTrue(kept.contains("sealed"), kept);

    StoredAccount elsewhere = new StoredAccount(account, Keychain.none());
    assertTrue(elsewhere.closed());
    assertNull(elsewhere.open());
    assertNull(elsewhere.me());

    assertEquals("refresh-of-mia", inSession("read", account));
    // Whoever signs out takes the key along: an old copy of the file is worth nothing any more.
    inSession("sign-out", account);
    Files.writeString(account, kept);
    assertEquals("nobody", inSession("read", account));
  }

  @Test
  void withoutAKeychainTheFileKeepsIt() throws IOException {
    Path account = folder.resolve("account.json");
    new StoredAccount(account, Keychain.none()).signedIn(tokens(), me());
    Tokens found = new StoredAccount(account, Keychain.none()).tokens();
    assertEquals("refresh-of-mia", found == null ? "nobody" : found.refreshToken());
  }

  /// @return the last line that it said
  private String inSession(String what, Path account) throws IOException, InterruptedException {
    Path home = Files.createDirectories(folder.resolve("home"));
    ProcessBuilder builder =
        new ProcessBuilder(
            "dbus-run-session",
            "--",
            "sh",
            "-c",
            SESSION,
            "session",
            ProcessHandle.current().info().command().orElse("java"),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Account.class.getName(),
            what,
            account.toString());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_RUNTIME_DIR", home.toString());
    builder.environment().put("XDG_DATA_HOME", home.toString());
    Path said = folder.resolve(what + ".txt");
    Path log = folder.resolve(what + ".log");
    Process process = builder.redirectOutput(said.toFile()).redirectError(log.toFile()).start();
    process.getOutputStream().close();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> read(log));
    assertEquals(0, process.exitValue(), () -> read(log));
    List<String> lines = Files.readAllLines(said);
    return lines.isEmpty() ? "" : lines.getLast();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Tokens tokens() {
    return new Tokens("access-of-mia", "refresh-of-mia", Instant.EPOCH, "mia");
  }

  private static Me me() {
    return Json.decode(
        "{\"id\":\"mia\",\"username\":\"mia\",\"displayName\":\"Mia\",\"email\":\"mia@example.org\"}",
        Me.class);
  }

  /// One start of the application, as far as its account goes.
  static final class Account {
    private Account() {}

    public static void main(String[] args) {
      StoredAccount account = new StoredAccount(Path.of(args[1]), Keychain.ofSystem());
      switch (args[0]) {
        case "keep" -> account.signedIn(tokens(), me());
        case "sign-out" -> account.signedOut();
        default -> {}
      }
      Tokens tokens = account.open();
      System.out.println(tokens == null ? "nobody" : tokens.refreshToken());
      System.exit(0);
    }
  }
}

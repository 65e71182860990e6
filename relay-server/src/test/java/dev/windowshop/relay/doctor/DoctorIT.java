package dev.windowshop.relay.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.relay.app.Relay;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.testing.Commands;
import dev.windowshop.relay.testing.Commands.Outcome;
import dev.windowshop.relay.testing.TestDatabases;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorIT {
  @TempDir Path data;

  @BeforeEach
  void serveOnce() {
    Relay.start(TestDatabases.config(data)).close();
  }

  private void withDemo() {
    Relay.start(TestDatabases.config(data).withDemo(true)).close();
  }

  private Outcome doctor(String... more) {
    String[] arguments = new String[more.length + 1];
    arguments[0] = "doctor";
    System.arraycopy(more, 0, arguments, 1, more.length);
    return new Commands(data).run(arguments);
  }

  private void finds(String what, String... arguments) {
    Outcome outcome = doctor(arguments);
    assertEquals(1, outcome.code(), outcome::toString);
    assertTrue(
        outcome.out().lines().anyMatch(l -> l.startsWith("FAILED") && l.contains(what)),
        outcome::toString);
    assertTrue(outcome.out().contains("→"), outcome::toString);
  }

  @Test
  void whatIsFineIsSaidWhileItServes() {
    try (Relay relay = Relay.start(TestDatabases.config(data))) {
      Outcome outcome = doctor();
      // The PostgreSQL of the tests is told not to sync, which is the one thing to be found.
      assertEquals(TestDatabases.isPostgres() ? 1 : 0, outcome.code(), outcome::toString);
      assertTrue(
          outcome
              .out()
              .lines()
              .filter(line -> line.startsWith("FAILED"))
              .allMatch(line -> line.contains("is off: what was acknowledged can be lost")),
          () -> relay.address() + outcome);
      assertTrue(outcome.out().contains("No backup was ever made"), outcome::toString);
    }
    assertEquals(0, new Commands(data).run("backup", data + "-backup").code());
    Outcome saved = doctor();
    assertTrue(saved.out().contains("ok       The last backup is 0 hours old"), saved::toString);
  }

  @Test
  void keysThatOthersCanReadAreFound() throws Exception {
    Files.setPosixFilePermissions(
        data.resolve("secrets").resolve("token-keys.json"),
        PosixFilePermissions.fromString("rw-r--r--"));
    finds("token-keys.json");
  }

  @Test
  void keysThatAreNoneAreFound() throws Exception {
    Files.writeString(data.resolve("secrets").resolve("token-keys.json"), "{}");
    finds("The keys in");
  }

  @Test
  void aCounterThatIsBehindItsMessagesIsFound() {
    withDemo();
    try (Database database = TestDatabases.open(data)) {
      database.write(handle ->
          handle.execute(
              "UPDATE conversations SET seq = 0 WHERE id = (SELECT min(conversation_id) FROM"
                  + " messages)"));
    }
    finds("counts to 0");
  }

  @Test
  void aDamagedFileIsFound() throws Exception {
    Assumptions.assumeFalse(TestDatabases.isPostgres(), "SQLite keeps its pages in the folder");
    withDemo();
    Path file = data.resolve("relay.db");
    try (RandomAccessFile pages = new RandomAccessFile(file.toFile(), "rw")) {
      for (long page = 20; page < 60; page++) {
        pages.seek(page * 4096 + 100);
        pages.write(new byte[2000]);
      }
    }
    finds("The database");
  }

  @Test
  void aCertificateThatEndedAndAKeyThatOthersReadAreFound() throws Exception {
    Path keystore = data.resolve("tls.p12");
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "relay",
                "-keyalg",
                "EC",
                "-dname",
                "CN=shop.example.org",
                "-startdate",
                "-20d",
                "-validity",
                "10",
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore.toString(),
                "-storepass",
                "a secret of ours")
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, made.waitFor(), said);
    String[] options = {
      "--tls-keystore", keystore.toString(), "--tls-keystore-password", "a secret of ours"
    };
    Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw-------"));
    finds("CN=shop.example.org ended", options);
    Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw-r--r--"));
    finds("TLS key", options);
  }

  @Test
  void originsThatAreTooManyAreWarnedOf() {
    Outcome any = doctor("--cors-origin", "*");
    assertTrue(any.out().contains("warning  Pages of any origin"), any::toString);
    Outcome one = doctor("--cors-origin", "https://shop.example.org");
    assertTrue(one.out().contains("ok       Pages of https://shop.example.org"), one::toString);
  }

  @Test
  void theDemoOnAllAddressesIsFoundAndServesOptionsAreChecked() {
    withDemo();
    finds("password that everybody knows", "--host", "0.0.0.0", "--demo");
    assertEquals(2, doctor("--port", "many").code());
    assertEquals(2, doctor("--flies").code());
  }
}

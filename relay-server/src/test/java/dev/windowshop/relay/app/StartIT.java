package dev.windowshop.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Health;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.testing.TestDatabases;
import dev.windowshop.relay.testing.Web;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartIT {
  @TempDir Path folder;

  private record Outcome(int code, String err) {}

  private static Outcome run(Map<String, String> environment, String... arguments) {
    StringWriter err = new StringWriter();
    int code =
        RelayMain.run(
            environment,
            new PrintWriter(new StringWriter(), true),
            new PrintWriter(err, true),
            arguments);
    return new Outcome(code, err.toString());
  }

  private static void saysOneSentence(Outcome outcome, String containing) {
    assertEquals(1, outcome.code(), outcome::err);
    assertEquals(1, outcome.err().lines().count(), outcome::err);
    assertTrue(outcome.err().contains(containing), outcome::err);
  }

  @Test
  void aPortInUseIsSaid() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      saysOneSentence(run(Map.of(), "serve", "--data", folder.toString(), "--port", port), port);
    }
  }

  @Test
  void aFolderThatCannotBeIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    saysOneSentence(run(Map.of(), "serve", "--data", file.toString()), "is no folder");
    saysOneSentence(run(Map.of("WINDOWSHOP_DATA", file.toString()), "serve"), "is no folder");
  }

  @Test
  void aDatabaseThatIsNoneIsSaid() throws IOException {
    Files.writeString(folder.resolve("relay.db"), "this is no database".repeat(500));
    saysOneSentence(run(Map.of(), "serve", "--data", folder.toString(), "--port", "0"), "relay.db");
  }

  @Test
  void aDatabaseThatCannotBeReachedIsSaidWithoutItsPassword() throws IOException {
    int nobodyListens;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobodyListens = free.getLocalPort();
    }
    Map<String, String> environment =
        Map.of(
            "WINDOWSHOP_DATABASE",
            "postgresql://relay:secret@127.0.0.1:" + nobodyListens + "/shop");
    Outcome outcome = run(environment, "serve", "--data", folder.toString(), "--port", "0");
    saysOneSentence(outcome, "127.0.0.1:" + nobodyListens);
    assertFalse(outcome.err().contains("secret"), outcome::err);
    Outcome misused = run(Map.of(), "serve", "--database", "mysql://relay:secret@host/shop");
    assertEquals(2, misused.code());
    assertFalse(misused.err().contains("secret"), misused::err);
  }

  @Test
  void misuseIsTwo() {
    for (List<String> arguments :
        List.of(
            List.<String>of(),
            List.of("serve", "--port", "many"),
            List.of("serve", "--port", "70000"),
            List.of("serve", "--currency", "GOLD"),
            List.of("fly"))) {
      assertEquals(2, run(Map.of(), arguments.toArray(String[]::new)).code(), arguments::toString);
    }
    assertEquals(2, run(Map.of("WINDOWSHOP_PORT", "many"), "serve").code());
  }

  @Test
  void aFlagIsOnHoweverItIsSet() {
    for (Map<String, String> environment :
        List.of(Map.<String, String>of(), Map.of("WINDOWSHOP_DEMO", "true"))) {
      var serve = RelayMain.commandLine(environment).parseArgs("serve", "--demo").subcommand();
      assertEquals(true, serve.commandSpec().findOption("--demo").getValue());
    }
    var serve =
        RelayMain.commandLine(Map.of("WINDOWSHOP_DEMO", "true")).parseArgs("serve").subcommand();
    assertEquals(true, serve.commandSpec().findOption("--demo").getValue());
  }

  @Test
  void oneFolderIsServedByOneRelay() {
    try (Relay relay = Relay.start(TestDatabases.config(folder))) {
      Health health = new Web(relay.address()).get("/health").as(Health.class);
      assertEquals("ok", health.status());
      assertEquals(Protocol.VERSION, health.protocolVersion());
      assertEquals(200, new Web(relay.address()).get("/health/live").status());
      assertEquals(200, new Web(relay.address()).get("/health/ready").status());
      CannotStartException refusal =
          assertThrows(
              CannotStartException.class, () -> Relay.start(TestDatabases.config(folder)).close());
      assertTrue(String.valueOf(refusal.getMessage()).contains("already"));
    }
    Relay.start(TestDatabases.config(folder)).close();
  }

  @Test
  void aSignalStopsTheProcessCleanlyAfterOneLineOfOutput() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                RelayMain.class.getName(),
                "serve",
                "--data",
                folder.resolve("process").toString(),
                "--port",
                "0")
            .redirectError(folder.resolve("err").toFile())
            .start();
    try (BufferedReader out = process.inputReader()) {
      String line = out.readLine();
      assertTrue(
          line.matches("Windowshop relay listening on http://127\\.0\\.0\\.1:\\d+"),
          () -> line + folder);
      process.toHandle().destroy();
      assertEquals(null, out.readLine());
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }
}

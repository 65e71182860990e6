package dev.windowshop.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SettingsTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Object value(String option, Map<String, String> environment, String... arguments) {
    List<String> all = new ArrayList<>(List.of("serve"));
    all.addAll(List.of(arguments));
    String[] given = all.toArray(String[]::new);
    CommandLine line = RelayMain.commandLine(environment, given);
    var serve =
        Objects.requireNonNull(line.parseArgs(Settings.withContents(all, line)).subcommand());
    return serve.commandSpec().findOption(option).getValue();
  }

  private static String wrong(Map<String, String> environment, String... arguments) {
    StringWriter err = new StringWriter();
    PrintWriter out = new PrintWriter(new StringWriter());
    assertEquals(2, RelayMain.run(environment, out, new PrintWriter(err, true), arguments));
    return err.toString();
  }

  @Test
  void aFlagGoesBeforeTheEnvironmentThatBeforeTheFileThatBeforeTheDefault() throws IOException {
    String config = file("relay.conf", "# ours\n\n port = 4100 \nhost=0.0.0.0\n").toString();
    Map<String, String> environment =
        Map.of("WINDOWSHOP_PORT", "4200", "WINDOWSHOP_CONFIG", config);
    assertEquals(4300, value("--port", environment, "--port", "4300"));
    assertEquals(4200, value("--port", environment));
    assertEquals(4100, value("--port", Map.of(), "--config", config));
    assertEquals(4100, value("--port", Map.of(), "--config=" + config));
    assertEquals("0.0.0.0", value("--host", environment));
    assertEquals(4000, value("--port", Map.of()));
  }

  @Test
  void whatMayBeSaidSeveralTimesMayBeOnSeveralLines() throws IOException {
    Path config = file("relay.conf", "limit = sign-up=5/1h\nlimit = searches=off\ndemo = true\n");
    assertEquals(
        List.of("sign-up=5/1h", "searches=off"),
        value("--limit", Map.of(), "--config", config.toString()));
    assertEquals(true, value("--demo", Map.of(), "--config", config.toString()));
  }

  @Test
  void aSecretMayBeInAFileOfItsOwn() throws IOException {
    Path secret = file("token", "0123456789abcdef0\n");
    Path config = file("relay.conf", "metrics-token-file = " + secret + "\n");
    for (Object found :
        List.of(
            value("--metrics-token", Map.of(), "--metrics-token-file", secret.toString()),
            value("--metrics-token", Map.of(), "--metrics-token-file=" + secret),
            value("--metrics-token", Map.of("WINDOWSHOP_METRICS_TOKEN_FILE", secret.toString())),
            value("--metrics-token", Map.of(), "--config", config.toString()))) {
      assertEquals("0123456789abcdef0", found);
    }
  }

  @Test
  void aLineThatIsNoSettingIsNamed() throws IOException {
    Path config = file("relay.conf", "port = 4000\nprot = 4000\n");
    assertTrue(
        wrong(Map.of(), "serve", "--config", config.toString())
            .contains("relay.conf, line 2: there is no setting 'prot'"));
    Path broken = file("broken.conf", "port 4000\n");
    assertTrue(wrong(Map.of(), "serve", "--config", broken.toString()).contains("line 1"));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    String missing = folder.resolve("missing.conf").toString();
    assertTrue(wrong(Map.of(), "serve", "--config", missing).contains("there is none"));
    assertTrue(wrong(Map.of(), "serve", "--metrics-token-file", missing).contains("metrics-token"));
  }

  @Test
  void whatCannotBeIsSaid() {
    for (List<String> arguments :
        List.of(
            List.of("--limit", "sign-ups=5/1h"),
            List.of("--limit", "sign-up=5"),
            List.of("--trusted-proxy", "proxy"),
            List.of("--cors-origin", "shop.example.org"),
            List.of("--metrics-token", "short"),
            List.of("--tls-cert", folder.toString()),
            List.of("--log-format", "xml"),
            List.of("--log-level", "loud"))) {
      List<String> all = new ArrayList<>(List.of("serve", "--data", folder.toString()));
      all.addAll(arguments);
      assertTrue(
          wrong(Map.of(), all.toArray(String[]::new)).contains(arguments.getFirst()),
          arguments::toString);
    }
  }

  @Test
  void passwordsCannotBeMadeCheaperThanTheyShouldBe() {
    assertEquals(19_456, value("--password-memory", Map.of()));
    assertEquals(2, value("--password-rounds", Map.of()));
    assertTrue(
        wrong(Map.of(), "serve", "--data", folder.toString(), "--password-memory", "8")
            .contains("at least 19456 and 2"));
    assertTrue(
        wrong(Map.of(), "serve", "--data", folder.toString(), "--password-rounds", "1000")
            .contains("rounds must be 1 to 64"));
  }
}

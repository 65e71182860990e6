package dev.windowshop.client.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.windowshop.client.netlab.Internet;
import dev.windowshop.client.netlab.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two homes behind routers that keep them apart, a relay and a coturn on a public host. Takes a
/// minute, so only where it is asked for: `WINDOWSHOP_NETWORK_TESTS=1`, as root on Linux.
@Timeout(300)
final class NetworkCallIT {
  private static final String SECRET = "only for this test";
  private static final int ANNA = 1;
  private static final int BEN = 2;

  @TempDir Path folder;

  private Internet internet;
  private Wire annasWire;
  private FarCaller anna;
  private FarCaller ben;

  @BeforeEach
  void buildTheInternet() throws Exception {
    assumeTrue(
        "1".equals(System.getenv("WINDOWSHOP_NETWORK_TESTS")),
        "network tests are off: WINDOWSHOP_NETWORK_TESTS is not 1");
    assumeTrue(Internet.isInstalled("turnserver"), "coturn is not installed");
    String obstacle = Internet.obstacle();
    assumeTrue(obstacle.isEmpty(), obstacle);
    internet = new Internet();
    annasWire = internet.home();
    internet.home();
    turn();
    String relay = relay();
    anna = caller(ANNA, relay, "anna", 7);
    ben = caller(BEN, relay, "ben", 9);
    // Contacts may meet directly; these can't.
    anna.ask("befriend " + ben.userId());
    ben.ask("befriend " + anna.userId());
  }

  @AfterEach
  void tearItDown() {
    if (internet != null) {
      internet.close();
    }
  }

  @Test
  void aCallGoesThroughRoutersWeatherAPulledCableAndAnotherNetwork(TestReporter reporter)
      throws Exception {
    String conversation = anna.ask("meet " + ben.userId());
    anna.ask("call " + conversation);
    ben.ask("answer");
    bothSeeEachOther();
    String before = anna.ask("session");
    assertEquals("relayed", figures()[0]);

    annasWire.delay(Duration.ofMillis(60));
    annasWire.lose(0.05);
    awaitFigures(figures -> Double.parseDouble(figures[1]) >= 110);
    awaitFigures(figures -> Double.parseDouble(figures[2]) > 0);
    bothSeeEachOther();
    reporter.publishEntry("with 60 ms and 5% loss each way", anna.ask("figures"));
    annasWire.delay(Duration.ZERO);
    annasWire.lose(0);

    annasWire.pull();
    long pulled = System.nanoTime();
    anna.ask("await DISCONNECTED");
    ben.ask("await DISCONNECTED");
    TimeUnit.NANOSECONDS.sleep(pulled + Duration.ofSeconds(10).toNanos() - System.nanoTime());
    annasWire.plugIn();
    long plugged = System.nanoTime();
    bothSeeEachOther();
    reporter.publishEntry("seen again after the cable, ms", millisSince(plugged));
    assertEquals(before, anna.ask("session"));

    internet.readdress(ANNA, 2, 3);
    long moved = System.nanoTime();
    bothSeeEachOther();
    reporter.publishEntry("seen again on another network, ms", millisSince(moved));
    assertEquals("relayed", figures()[0]);

    anna.ask("hangup");
    ben.ask("await ENDED");
  }

  private void bothSeeEachOther() throws IOException {
    anna.say("look " + ben.userId() + " 9 10");
    ben.say("look " + anna.userId() + " 7 10");
    anna.answer();
    ben.answer();
  }

  private String[] figures() throws IOException {
    return anna.ask("figures").split(" ");
  }

  private void awaitFigures(java.util.function.Predicate<String[]> wanted) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String[] last = figures();
    while (!wanted.test(last)) {
      assertTrue(System.nanoTime() < end, () -> "never: " + anna);
      TimeUnit.MILLISECONDS.sleep(200);
      last = figures();
    }
  }

  private static String millisSince(long nanos) {
    return Long.toString((System.nanoTime() - nanos) / 1_000_000);
  }

  private FarCaller caller(int home, String relay, String name, int stamp) throws IOException {
    return new FarCaller(
        internet.atHome(
            home, FarCaller.program(folder.resolve(name), relay, name, stamp, List.of())),
        stamp);
  }

  private String relay() throws IOException {
    Process relay =
        internet.onHost(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.windowshop.relay.app.RelayMain",
                    "serve",
                    "--data",
                    folder.resolve("relay").toString(),
                    "--host",
                    Internet.HOST,
                    "--port",
                    "0",
                    "--ice-server",
                    "stun:" + Internet.HOST + ":3478,turn:" + Internet.HOST + ":3478",
                    "--turn-secret",
                    SECRET)
                .redirectError(folder.resolve("relay.log").toFile()));
    var lines = relay.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int at = line.indexOf("http://");
      if (at >= 0) {
        return line.substring(at).strip();
      }
    }
    throw new AssertionError("the relay did not start");
  }

  private void turn() throws IOException {
    internet.onHost(
        new ProcessBuilder(
                "turnserver",
                "-n",
                "--use-auth-secret",
                "--static-auth-secret=" + SECRET,
                "--realm=windowshop.test",
                "--listening-ip=" + Internet.HOST,
                "--relay-ip=" + Internet.HOST,
                "--listening-port=3478",
                "--no-cli",
                "--no-tls",
                "--no-dtls",
                "--log-file=stdout",
                "--pidfile=" + folder.resolve("turn.pid"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD));
  }
}

package dev.windowshop.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The smoke test itself: that it finds a sound application sound, and one that cannot be used not.
@Timeout(240)
class SmokeIT {
  @TempDir Path folder;

  @Test
  void theAppIsWalkedThroughAndWhatFailsIsSaid() throws Exception {
    try (RelayProcess relay = RelayProcess.start(folder.resolve("relay"), 0)) {
      Path good = folder.resolve("good.json");
      assertEquals(0, smoke(relay.address(), good, null));
      JsonNode report = Json.decode(Files.readAllBytes(good), JsonNode.class);
      assertTrue(report.path("ok").booleanValue());
      assertEquals(
          List.of("start", "home", "sign in", "product", "chat", "call", "hang up", "end"),
          names(report));
      assertTrue(report.path("call").path("framesPerSecond").doubleValue() >= 1);
      assertTrue(Files.size(folder.resolve("good-pictures/call.png")) > 0);

      Path bad = folder.resolve("bad.json");
      assertEquals(1, smoke(relay.address(), bad, "robin:not this,jonas:nor this"));
      JsonNode failed = Json.decode(Files.readAllBytes(bad), JsonNode.class);
      assertEquals(false, failed.path("ok").booleanValue());
      assertEquals(List.of("start", "home", "sign in", "end"), names(failed));
      assertEquals(false, failed.path("steps").path(2).path("ok").booleanValue());
    }
  }

  @Test
  void theAccountsAreTwoDifferentOnes() {
    List<SmokeAccount> two = SmokeAccount.two("ann:a secret:with colons, ben:other", false);
    assertEquals(new SmokeAccount("ann", "a secret:with colons", false), two.getFirst());
    assertEquals("ben", two.getLast().name());
    for (String wrong : List.of("ann:x", "ann:x,ann:y", "ann,ben", ":x,ben:y", "a:b,c:d,e:f")) {
      assertThrows(IllegalArgumentException.class, () -> SmokeAccount.two(wrong, true), wrong);
    }
    List<SmokeAccount> fresh = SmokeAccount.two(null, false);
    assertTrue(fresh.getFirst().made() && !fresh.getFirst().name().equals(fresh.getLast().name()));
  }

  private int smoke(String relay, Path report, @Nullable String accounts) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.windowshop.client.app.ClientMain",
            "--smoke",
            report.toString(),
            "--smoke-seconds",
            "2",
            "--headless",
            "--relay",
            relay));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("smoke.log").toFile());
    if (accounts != null) {
      builder.environment().put(SmokeAccount.VARIABLE, accounts);
    }
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(110, TimeUnit.SECONDS), "it does not end");
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> names(JsonNode report) {
    return StreamSupport.stream(report.path("steps").spliterator(), false)
        .map(step -> step.path("name").asText())
        .toList();
  }
}

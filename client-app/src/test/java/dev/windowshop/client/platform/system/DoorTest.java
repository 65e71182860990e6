package dev.windowshop.client.platform.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
  @TempDir private Path folder;

  private final BlockingQueue<String> visitors = new LinkedBlockingQueue<>();

  @Test
  void aSecondStartHandsOverAndTheFirstTakesIt() throws Exception {
    try (Door door = Door.open(folder, visitors::add)) {
      assertNotNull(door);
      assertTrue(Door.knock(folder, "windowshop://product/1"));
      assertTrue(Door.knock(folder, ""));
      assertEquals("windowshop://product/1", visitors.poll(30, TimeUnit.SECONDS));
      assertEquals("", visitors.poll(30, TimeUnit.SECONDS));
    }
    assertFalse(Door.knock(folder, "too late"));
  }

  @Test
  void whoDoesNotKnowTheSecretIsNotHeard() throws Exception {
    try (Door door = Door.open(folder, visitors::add)) {
      assertNotNull(door);
      int port =
          Json.decode(
                  Files.readAllBytes(folder.resolve("door.json")),
                  com.fasterxml.jackson.databind.JsonNode.class)
              .path("port")
              .intValue();
      assertEquals("", said(port, "{\"secret\":\"guessed\",\"word\":\"windowshop://product/1\"}"));
      assertEquals("", said(port, "no JSON"));
      assertEquals("", said(port, "x".repeat(10_000)));
      // It still answers those who do.
      assertTrue(Door.knock(folder, "mine"));
      assertEquals("mine", visitors.poll(30, TimeUnit.SECONDS));
      assertNull(visitors.poll());
    }
  }

  @Test
  void aDoorThatACrashLeftIsNoDoor() throws IOException {
    Files.writeString(folder.resolve("door.json"), "{\"port\":1,\"secret\":\"x\"}");
    assertFalse(Door.knock(folder, ""));
    Files.writeString(folder.resolve("door.json"), "{\"por");
    assertFalse(Door.knock(folder, ""));
  }

  private static String said(int port, String message) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(message.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      // Hung up on.
      return "";
    }
  }
}

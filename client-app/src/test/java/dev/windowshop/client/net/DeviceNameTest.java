package dev.windowshop.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeviceNameTest {
  @Test
  void itNamesTheMachineAndItsSystem() {
    assertEquals("Windowshop on maya-laptop (Linux)", DeviceName.of("maya-laptop", "Linux"));
    assertEquals("Windowshop on Linux", DeviceName.of("", "Linux"));
    assertEquals("Windowshop", DeviceName.of("", ""));
  }

  @Test
  void itIsOneLineThatTheRelayTakes() {
    assertEquals(100, DeviceName.of("x".repeat(300), "Linux").length());
    assertEquals("Windowshop on ab (Linux)", DeviceName.of("a\nb", "Linux"));
    assertTrue(DeviceName.here().startsWith("Windowshop"));
  }
}

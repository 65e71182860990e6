package dev.windowshop.relay.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.chat.Device;
import dev.windowshop.relay.chat.RelayFixture;
import dev.windowshop.relay.chat.RelayFixture.Person;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is at none of their devices is shown as away.
class IdleIT {
  @TempDir Path data;

  private RelayFixture relay;
  private Person ana;
  private Person ben;

  @BeforeEach
  void start() {
    relay = new RelayFixture(data);
    ana = relay.person("ana");
    ben = relay.person("ben");
    ana.direct(ben);
  }

  @AfterEach
  void stop() {
    relay.close();
  }

  private static String idle(Device device, boolean idle) {
    JsonNode ack = device.send(Command.SET_IDLE, new Command.SetIdle(idle)).join();
    assertEquals(true, ack.path("ok").asBoolean(), ack::toString);
    return ack.path("status").asText();
  }

  private String shown() {
    return ben.rest().get("/users/" + ana.id()).body().path("status").asText();
  }

  @Test
  void awayOnceEveryDeviceIsIdleAndBackWithTheFirstTouch() {
    try (Device bens = ben.device();
        Device laptop = ana.device();
        Device desk = ana.device()) {
      bens.await(
          ServerEvent.UserStatusChanged.class, event -> event.status() == PresenceStatus.ONLINE);
      assertEquals("online", idle(laptop, true), "she is at the other one");
      assertEquals("away", idle(desk, true));
      bens.await(
          ServerEvent.UserStatusChanged.class, event -> event.status() == PresenceStatus.AWAY);
      assertEquals("away", shown());
      assertEquals("online", idle(desk, false));
      assertEquals("away", idle(desk, true));
      laptop.close();
      assertEquals("away", shown(), "the one that is left is idle");
      try (Device phone = ana.device()) {
        bens.await(ServerEvent.UserStatusChanged.class, 3);
        phone.send(Command.SET_IDLE, new Command.SetIdle(false)).join();
        assertEquals("online", shown(), "a new device is in use");
      }
    }
  }

  @Test
  void whatSomebodyChoseStays() {
    try (Device desk = ana.device()) {
      desk.send(Command.SET_PRESENCE, new Command.SetPresence(PresenceStatus.BUSY)).join();
      assertEquals("busy", idle(desk, true));
      desk.send(Command.SET_PRESENCE, new Command.SetPresence(PresenceStatus.OFFLINE)).join();
      assertEquals("offline", shown());
      JsonNode nothing = desk.send(Command.SET_IDLE, Map.of()).join();
      assertEquals(422, nothing.path("problem").path("status").asInt());
    }
  }
}

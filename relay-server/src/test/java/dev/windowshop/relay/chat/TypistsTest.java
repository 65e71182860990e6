package dev.windowshop.relay.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.windowshop.relay.auth.Principal;
import dev.windowshop.relay.realtime.ClientSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TypistsTest {
  private final ClientSocket phone = new ClientSocket("phone", new Principal("gus", "s-1"));
  private final ClientSocket tablet = new ClientSocket("tablet", new Principal("gus", "s-2"));
  private final ClientSocket other = new ClientSocket("other", new Principal("ana", "s-3"));

  @Test
  void whoTypesOnAnotherDeviceTypesOn() {
    Typists typists = new Typists();
    typists.started(phone, "readers");
    typists.started(phone, "lamps");
    typists.started(tablet, "readers");
    typists.started(other, "lamps");
    assertEquals(Set.of("lamps"), typists.gone(phone));
    assertEquals(Set.of("readers"), typists.gone(tablet));
    assertEquals(Set.of(), typists.gone(tablet));
  }

  @Test
  void whoStoppedOrSentIsNotStoppedAgain() {
    Typists typists = new Typists();
    typists.started(phone, "readers");
    typists.stopped(phone, "readers");
    typists.stopped(tablet, "readers");
    assertEquals(Set.of(), typists.gone(phone));
  }
}

package dev.windowshop.client.media.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class NetworkWatchTest {
  private Set<String> addresses = Set.of("10.0.0.2");

  @Test
  void onlyAnAddressThatWasNotThereIsNews() {
    NetworkWatch watch = new NetworkWatch(() -> addresses);
    assertFalse(watch.hasNew());
    addresses = Set.of();
    assertFalse(watch.hasNew());
    addresses = Set.of("192.168.1.7");
    assertTrue(watch.hasNew());
    assertFalse(watch.hasNew());
    assertFalse(NetworkWatch.ofThisMachine().contains("127.0.0.1"));
  }
}

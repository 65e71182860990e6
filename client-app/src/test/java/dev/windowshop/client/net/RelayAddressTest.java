package dev.windowshop.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:4000", "http://localhost:4000/", "http://[::1]:4000"})
  void thisMachineNeedsNoProtection(String text) {
    assertFalse(RelayAddress.of(text, false).encrypted());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://relay.example.org",
        "http://192.168.1.5:4000",
        "http://127.0.0.1.example.org"
      })
  void anotherMachineDoesUnlessTheUserInsists(String text) {
    assertThrows(IllegalArgumentException.class, () -> RelayAddress.of(text, false));
    assertFalse(RelayAddress.of(text, true).encrypted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ftp://x", "http://", "not an address", "javascript:alert(1)"})
  void whatIsNoAddressIsRefusedWithAMessage(String text) {
    assertThrows(IllegalArgumentException.class, () -> RelayAddress.of(text, true));
  }

  @Test
  void onlyPlainHttpToAnotherMachineIsExposed() {
    assertTrue(RelayAddress.of("http://192.168.1.5:4000", true).exposed());
    assertFalse(RelayAddress.of("http://127.0.0.1:4000", true).exposed());
    assertFalse(RelayAddress.of("http://[::1]:4000", true).exposed());
    assertFalse(RelayAddress.of("https://relay.example.org", true).exposed());
  }

  @Test
  void aBareNameMeansHttps() {
    RelayAddress address = RelayAddress.of("Relay.Example.org", false);
    assertEquals("https://relay.example.org", address.base());
    assertTrue(address.encrypted());
  }

  @Test
  void theTokenGoesToTheRelayOnly() {
    RelayAddress address = RelayAddress.of("https://relay.example.org", false);
    assertTrue(address.owns(address.resolve("/media/1.png")));
    assertFalse(address.owns(address.resolve("https://relay.example.org.evil.example/1.png")));
    assertFalse(address.owns(address.resolve("http://relay.example.org/1.png")));
  }
}

package dev.windowshop.relay.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressesTest {
  private final ClientAddresses direct = new ClientAddresses(List.of());
  private final ClientAddresses proxied =
      new ClientAddresses(List.of("10.0.0.0/8", "192.0.2.7", "fd00::/8"));

  @Test
  void nobodyIsBelievedByDefault() {
    assertEquals("127.0.0.1", direct.of("127.0.0.1", "203.0.113.9"));
    assertEquals("198.51.100.1", proxied.of("198.51.100.1", "203.0.113.9"));
  }

  @Test
  void theLastAddressThatIsNoProxysCounts() {
    assertEquals("203.0.113.9", proxied.of("10.1.2.3", "203.0.113.9"));
    assertEquals("203.0.113.9", proxied.of("10.1.2.3", "1.2.3.4, 203.0.113.9, 192.0.2.7"));
    assertEquals("203.0.113.9", proxied.of("fd12::1", " 203.0.113.9 "));
    assertEquals("2001:db8::5", proxied.of("10.1.2.3", "2001:db8::5"));
  }

  @Test
  void whatIsNoAddressIsNotFollowed() {
    assertEquals("10.1.2.3", proxied.of("10.1.2.3", null));
    assertEquals("10.1.2.3", proxied.of("10.1.2.3", "203.0.113.9, evil.example"));
    assertEquals("10.1.2.3", proxied.of("10.1.2.3", ""));
    assertEquals("10.1.2.3", proxied.of("10.1.2.3", "999.1.1.1"));
  }

  @Test
  void aHouseholdIsOneAddress() {
    assertEquals(
        ClientAddresses.key("2001:db8:1:2::1"), ClientAddresses.key("2001:db8:1:2:ffff:1:2:3"));
    assertNotEquals(ClientAddresses.key("2001:db8:1:2::1"), ClientAddresses.key("2001:db8:1:3::1"));
    assertEquals("203.0.113.9", ClientAddresses.key("203.0.113.9"));
    assertEquals("203.0.113.9", ClientAddresses.key("::ffff:203.0.113.9"));
  }

  @Test
  void aProxyThatIsNoneIsNamed() {
    for (String wrong : List.of("proxy.example", "10.0.0.0/33", "10.0.0.0/x", "")) {
      assertThrows(IllegalArgumentException.class, () -> new ClientAddresses(List.of(wrong)));
    }
  }
}

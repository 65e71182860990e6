package dev.windowshop.relay.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.windowshop.protocol.Call.IceServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class IceServersTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

  private static final List<String> URLS =
      List.of("stun:stun.example.org", "turn:turn.example.org:3478", "TURNS:turn.example.org:5349");

  @Test
  void whoRelaysGetsCredentialsThatEnd() {
    TurnSecret secret = new TurnSecret("north", Duration.ofHours(1));
    List<IceServer> servers = IceServers.of(URLS, secret, CLOCK).forUser("emma");
    assertEquals(2, servers.size());
    assertEquals(List.of("stun:stun.example.org"), servers.getFirst().urls());
    assertNull(servers.getFirst().credential());
    IceServer turn = servers.getLast();
    assertEquals(List.of("turn:turn.example.org:3478", "TURNS:turn.example.org:5349"), turn.urls());
    assertEquals("1700003600:emma", turn.username());
    // printf 1700003600:emma | openssl dgst -sha1 -hmac north -binary | base64
    assertEquals("e3XhgWzi4MGOWTnwuoIkvDFPHVs=", turn.credential());
    assertFalse(secret.toString().contains("north"));
  }

  @Test
  void withoutASecretAllServersAreForEverybody() {
    assertEquals(
        List.of(new IceServer(URLS, null, null)), IceServers.of(URLS, null, CLOCK).forUser("emma"));
    assertEquals(List.of(), IceServers.of(List.of(), null, CLOCK).forUser("emma"));
  }
}

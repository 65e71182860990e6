package dev.windowshop.client.media.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SafetyCodeTest {
  private static final String MINE = sdp("sha-256 AB:CD:EF:01");
  private static final String THEIRS = sdp("sha-256 12:34:56:78");

  @Test
  void bothEndsSeeTheSameDigits() {
    String code = SafetyCode.of(MINE, THEIRS);
    assertNotNull(code);
    assertTrue(code.matches("\\d{4} \\d{4} \\d{4}"), code);
    assertEquals(code, SafetyCode.of(THEIRS, MINE));
    assertEquals(code, SafetyCode.of(sdp("SHA-256 ab:cd:ef:01"), THEIRS));
  }

  @Test
  void somebodyInBetweenIsSeen() {
    String between = sdp("sha-256 99:99:99:99");
    assertNotEquals(SafetyCode.of(MINE, between), SafetyCode.of(between, THEIRS));
  }

  @Test
  void withoutAFingerprintThereIsNone() {
    assertNull(SafetyCode.of(MINE, "v=0\r\n"));
  }

  private static String sdp(String fingerprint) {
    return "v=0\r\na=group:BUNDLE 0\r\na=fingerprint:" + fingerprint + "\r\na=setup:active\r\n";
  }
}

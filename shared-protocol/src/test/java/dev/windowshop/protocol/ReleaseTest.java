package dev.windowshop.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseTest {
  private static final String HASH = "ab".repeat(32);

  @Test
  void versionsAreInOrderOfAge() {
    List<String> order =
        List.of("0.1.0", "0.1.1", "0.2.0-alpha", "0.2.0-beta", "0.2.0", "0.10.0", "1.0.0");
    assertEquals(
        order,
        order.reversed().stream()
            .map(ReleaseVersion::of)
            .sorted()
            .map(one ->
                one.major()
                    + "."
                    + one.minor()
                    + "."
                    + one.patch()
                    + (one.pre().isEmpty() ? "" : "-" + one.pre()))
            .toList());
    assertFalse(ReleaseVersion.of("1.0.0").isNewerThan(ReleaseVersion.of("1.0.0")));
    for (String wrong :
        List.of("", "1", "1.2", "1.2.3.4", "v1.2.3", "1.2.x", "1.2.3-", "1.2.3\n")) {
      assertThrows(IllegalArgumentException.class, () -> ReleaseVersion.of(wrong), wrong);
    }
  }

  @Test
  void theSignedStatementIsTheseLines() {
    assertEquals(
        List.of("windowshop release 1", "1.2.3", "linux", "x64", "deb", "5", HASH),
        new String(
                release("1.2.3", "linux", "windowshop.deb", "News.").statement(),
                StandardCharsets.UTF_8)
            .lines()
            .limit(7)
            .toList());
    assertNotEquals(
        new String(release("1.2.3", "linux", "a", "News.").statement(), StandardCharsets.UTF_8),
        new String(release("1.2.3", "linux", "a", "Other.").statement(), StandardCharsets.UTF_8));
  }

  @Test
  void whatIsMalformedSaysSo() {
    assertNull(release("1.2.3", "linux", "windowshop_1.2.3_amd64.deb", "News.").wrong());
    assertNotNull(release("newest", "linux", "a.deb", "").wrong());
    assertNotNull(release("1.2.3", "linux\nwindows", "a.deb", "").wrong());
    assertNotNull(release("1.2.3", "linux", "../a.deb", "").wrong());
    assertNotNull(release("1.2.3", "linux", "a.deb", "x".repeat(20_001)).wrong());
  }

  private static Release release(String version, String system, String name, String notes) {
    return new Release(version, system, "x64", "deb", name, 5, HASH, notes, "c2ln", null);
  }
}

package dev.windowshop.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void idsAreVersionSevenAndAscending() {
    String last = "";
    for (int i = 0; i < 20_000; i++) {
      String id = Ids.newId();
      assertTrue(id.compareTo(last) > 0, () -> id + " came after a larger one");
      last = id;
    }
    UUID parsed = UUID.fromString(last);
    assertEquals(7, parsed.version());
    assertEquals(2, parsed.variant());
    long millis = parsed.getMostSignificantBits() >>> 16;
    assertTrue(Math.abs(millis - System.currentTimeMillis()) < 60_000);
  }

  @Test
  void onlyCanonicalIdsAreIds() {
    assertTrue(Ids.isId(Ids.newId()));
    assertFalse(Ids.isId("not-an-id"));
    assertFalse(Ids.isId(Ids.newId().toUpperCase(java.util.Locale.ROOT)));
    assertFalse(Ids.isId(Ids.newId() + "0"));
  }
}

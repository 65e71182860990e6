package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageQueryTest {
  private static MessageQuery of(String text) {
    return MessageQuery.of(text, ZoneOffset.UTC);
  }

  @Test
  void whatIsAskedBesideWordsIsTakenOutOfThem() {
    MessageQuery query =
        of("smoked lamp from:@ben in:Market has:picture after:2026-01-31 before:2026-03-01");
    assertEquals(List.of("smoked", "lamp"), query.words());
    assertEquals("ben", query.from());
    assertEquals("Market", query.in());
    assertEquals(MessageQuery.Kind.PICTURE, query.kind());
    assertEquals(Instant.parse("2026-01-31T00:00:00Z"), query.after());
    assertEquals(Instant.parse("2026-03-01T00:00:00Z"), query.before());
  }

  @Test
  void whatMakesNoSenseIsAWord() {
    assertEquals(
        List.of("after:soon", "has:elephants", "10:30", "from:"),
        of("after:soon has:elephants 10:30 from:").words());
    assertNull(of("after:soon").after());
  }

  @Test
  void nothingAsksForNothing() {
    assertTrue(of("   ").isEmpty());
    assertTrue(!of("").only(MessageQuery.Kind.FILE).isEmpty());
  }
}

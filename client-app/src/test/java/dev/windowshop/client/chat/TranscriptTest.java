package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.windowshop.protocol.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private final List<Line> lines =
      Transcript.of(Samples.listing(), Samples.ANA.id(), Samples.WORDING);

  @Test
  void aTileAndAQuoteSayWordsNotSigns() {
    String written = "**Two** left,\nsays *Ben* at https://example.org/a_b_c";
    Message message = Samples.message(1, Samples.BEN, Samples.NOON, written);
    assertEquals("Two left, says Ben at https://example.org/a_b_c", Wording.said(message));
  }

  @Test
  void everyDayHasItsLine() {
    assertEquals(
        List.of("Yesterday", "Today"),
        lines.stream()
            .filter(Line.Day.class::isInstance)
            .map(line -> ((Line.Day) line).text())
            .toList());
  }

  @Test
  void oneSendersMinuteIsOneGroup() {
    Line.Bubble first = bubble("c6");
    Line.Bubble second = bubble("c7");
    assertTrue(first.first());
    assertFalse(first.last());
    assertFalse(second.first());
    assertTrue(bubble("c2").first());
    assertFalse(bubble("c8").own());
  }

  @Test
  void onesOwnShowHowFarTheyCame() {
    assertEquals(Line.Delivery.READ, bubble("c7").delivery());
    assertEquals(Line.Delivery.DELIVERED, bubble("c9").delivery());
    assertEquals(Line.Delivery.WAITING, bubble("p1").delivery());
    assertEquals(Line.Delivery.FAILED, bubble("p2").delivery());
    assertEquals("That is too much at once.", bubble("p2").problem());
    assertEquals(Line.Delivery.NONE, bubble("c8").delivery());
  }

  @Test
  void aCardShowsItsProductAndACallItsEnd() {
    assertEquals(Samples.product(), bubble("c4").product());
    Line.Notice call =
        assertInstanceOf(
            Line.Notice.class,
            lines.stream().filter(line -> line.key().equals("m5")).findFirst().orElseThrow());
    assertEquals("Missed video call", call.text());
    assertTrue(call.missed());
  }

  @Test
  void aMessageKeepsItsLineWhenTheRelayTakesIt() {
    assertEquals("c9", bubble("c9").key());
    assertEquals("p1", bubble("p1").key());
  }

  private Line.Bubble bubble(String key) {
    return assertInstanceOf(
        Line.Bubble.class,
        lines.stream().filter(line -> line.key().equals(key)).findFirst().orElseThrow());
  }
}

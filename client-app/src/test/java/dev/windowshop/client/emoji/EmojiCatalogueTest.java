package dev.windowshop.client.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmojiCatalogueTest {
  private static final EmojiCatalogue ALL = EmojiCatalogue.load();

  @Test
  void thereAreAllOfThem() {
    assertTrue(ALL.all().size() > 1800);
    assertEquals(9, ALL.groups().size());
  }

  @Test
  void aTextIsTakenApartAndStaysWhole() {
    String text =
        "hi \uD83D\uDC4B\uD83C\uDFFD 5 \u2764\uFE0F and \uD83D\uDC69\u200D\uD83D\uDCBB, \u00A9 2026";
    List<EmojiCatalogue.Piece> pieces = ALL.pieces(text);
    assertEquals(text, String.join("", pieces.stream().map(EmojiCatalogue.Piece::text).toList()));
    assertEquals(
        List.of("wave", "heart", "female-technologist"),
        pieces.stream().filter(p -> p.emoji() != null).map(p -> p.emoji().name()).toList());
  }

  @Test
  void aToneShowsAsThePlainOne() {
    assertNotNull(ALL.find("\uD83D\uDC4D\uD83C\uDFFF"));
    assertNotNull(ALL.find("\uD83D\uDC4D"));
    assertNull(ALL.find("x"));
  }

  @Test
  void namesAndWordsAreFound() {
    assertEquals("tada", ALL.search("tada", 5).getFirst().name());
    assertTrue(ALL.search("grin", 10).stream().anyMatch(e -> e.name().equals("grinning")));
    assertEquals(List.of(), ALL.search("qqqqq", 5));
    assertNotNull(ALL.named("Heart"));
  }

  @Test
  void everyOneHasAPicture() {
    int end = 0;
    for (Emoji emoji : ALL.all()) {
      assertEquals(end, emoji.offset());
      assertTrue(emoji.length() > 60);
      end += emoji.length();
    }
  }
}

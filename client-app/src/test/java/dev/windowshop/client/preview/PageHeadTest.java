package dev.windowshop.client.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PageHeadTest {
  @Test
  void whatAPageSaysOfItselfIsRead() {
    PageHead head =
        PageHead.of(
            """
            <!DOCTYPE html><html><head>
            <!-- <title>not this</title> <meta property="og:title" content="nor this"> -->
            <script>var x = '<meta property="og:title" content="nor that">';</script>
            <title>A lamp &mdash; shop</title>
            <META content='Linen &amp; brass &#x1F4A1; &#39;new&#39;' property=og:title />
            <meta name="description" content="Soft
               light.&nbsp;Made by hand.">
            <meta property="og:image" content="/lamp.jpg"><meta property="og:image" content="/2.jpg">
            <meta property="og:site_name" content="Nordlicht">
            </head><body><meta property="og:description" content="too late"></body></html>
            """);
    assertEquals("Linen & brass \uD83D\uDCA1 'new'", head.title());
    assertEquals("Soft light. Made by hand.", head.description());
    assertEquals("/lamp.jpg", head.picture());
    assertEquals("Nordlicht", head.siteName());
  }

  @Test
  void aTitleAloneIsEnoughAndNothingIsNothing() {
    assertEquals("Just this", PageHead.of("<title>\n Just this </title>").title());
    assertNull(PageHead.of("").title());
    assertNull(PageHead.of("<meta property=\"og:title\" content=\"  \">").title());
    assertNull(PageHead.of("<p>hello</p>").picture());
  }

  @Test
  void signsThatAreNotSeenAreLeftOut() {
    assertEquals("a b", PageHead.plain("a\u202E\u200B&#8238;\u0000\n b"));
    assertEquals("\uFFFD", PageHead.plain("&#55357;"));
    assertEquals("&nothing; &amp", PageHead.plain("&nothing; &amp"));
  }

  @Test
  void aBrokenPageCostsNoMoreThanAnother() {
    for (String broken :
        new String[] {
          "<!--".repeat(100_000),
          "<script>".repeat(50_000),
          "<meta ".repeat(80_000),
          "<meta content=\"" + "a".repeat(500_000),
          "<meta " + "a='b' ".repeat(80_000),
          "<script ".repeat(60_000),
          "<title".repeat(80_000)
        }) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(30), () -> PageHead.of(broken), broken.substring(0, 12));
    }
  }
}

package dev.windowshop.relay.store.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HtmlTextTest {
  @Test
  void paragraphsListsAndBoldAreKept() {
    assertEquals(
        "Soft **merino** wool.\nWarm & light\n\n- One\n- Two\n\nEnd",
        HtmlText.of(
            "<p>Soft <b>merino</b> wool.<br>Warm\n &amp;   light</p>"
                + "<ul><li>One</li><li>Two</li></ul><div>End</div>"));
  }

  @Test
  void blanksStayOutsideOfBold() {
    assertEquals("**Care:** wash cold", HtmlText.of("<strong>Care: </strong>wash cold"));
    assertEquals("plain", HtmlText.of("<p><b></b>plain</p>"));
  }

  @Test
  void nothingThatCouldRunIsLeft() {
    String text =
        HtmlText.of(
            "<p onclick=x()>A<script>alert(1)</script><style>p{}</style>"
                + "<img src=x onerror=alert(2)><iframe src=y></iframe><a href=javascript:z>B</a>");
    assertEquals("AB", text);
  }

  @Test
  void plainTextIsLeftAsItIs() {
    assertEquals("3 < 4 and 5 > 2\nnext", HtmlText.of("3 < 4 and 5 > 2\r\nnext "));
  }

  @Test
  void veryDeepAndVeryLongMarkupEnds() {
    assertTrue(HtmlText.of("<div>".repeat(50_000) + "x").length() < 100);
    assertFalse(HtmlText.of("<p>" + "word ".repeat(100_000)).length() > 20_001);
  }
}

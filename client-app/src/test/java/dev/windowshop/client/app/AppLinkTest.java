package dev.windowshop.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppLinkTest {
  @Test
  void eachKindOfLinkLeadsToItsPlace() {
    assertEquals(new AppLink.Product("0192-ab"), AppLink.parse(" windowshop://product/0192-ab "));
    assertEquals(new AppLink.Conversation("7"), AppLink.parse("WINDOWSHOP://Conversation/7/"));
    assertEquals(new AppLink.Join("abcdefgh"), AppLink.parse("windowshop://join/abcdefgh"));
    assertEquals(new AppLink.Knock("abcdefgh"), AppLink.parse("windowshop://call/abcdefgh"));
    assertEquals(new AppLink.Person("mira"), AppLink.parse("windowshop://user/mira"));
  }

  @Test
  void whatIsNoLinkLeadsNowhere() {
    for (String text :
        List.of(
            "",
            "https://example.org",
            "windowshop://product/",
            "windowshop://product/a/b",
            "windowshop://product/a?x=1",
            "windowshop://product/../../etc",
            "windowshop://elsewhere/1",
            "xwindowshop://product/1")) {
      assertNull(AppLink.parse(text), text);
    }
  }

  @Test
  void whatComesBeforeTheWindowIsOpenedInOrderOnceThereIsOne() {
    Visits visits = new Visits();
    visits.come("windowshop://product/1");
    visits.come("");
    List<String> opened = new ArrayList<>();
    visits.ready(opened::add);
    visits.come("windowshop://product/2");
    assertEquals(List.of("windowshop://product/1", "", "windowshop://product/2"), opened);
  }
}

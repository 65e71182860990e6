package dev.windowshop.client.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowStartTest {
  @Test
  void whatAnIconALinkAndTheDemoAskForIsReadAtOnce() {
    assertEquals(new WindowStart(null, "default", false, false, null), plain());
    assertEquals(
        new WindowStart(null, "default", false, false, "windowshop://user/jonas"),
        plain("windowshop://user/jonas"));
    assertEquals(
        new WindowStart("http://127.0.0.1:4000", "robin", true, false, null),
        plain("--relay", "http://127.0.0.1:4000", "--profile", "robin", "--demo"));
  }

  @Test
  void whatHasToBeExplainedOrRefusedIsLeftToTheLibrary() {
    for (List<String> arguments :
        List.of(
            List.of("--help"),
            List.of("--smoke", "report.json"),
            List.of("--relay"),
            List.of("--relay", "nonsense relay"),
            List.of("--relay", "http://shop.example.org"),
            List.of("--relay", "--demo"),
            List.of("--profile", "--demo"),
            List.of("--profile", "a/b"),
            List.of("--demo", "--demo"),
            List.of("https://example.org"),
            List.of("windowshop://user/jonas", "windowshop://user/mara"),
            List.of(""))) {
      assertNull(WindowStart.plain(arguments), arguments::toString);
    }
  }

  private static @Nullable WindowStart plain(String... arguments) {
    return WindowStart.plain(List.of(arguments));
  }
}

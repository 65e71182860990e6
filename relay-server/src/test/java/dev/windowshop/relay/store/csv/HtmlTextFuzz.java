package dev.windowshop.relay.store.csv;

import java.nio.charset.StandardCharsets;

/// Feeds the reader of descriptions. Whatever comes, what is left is bounded.
public final class HtmlTextFuzz {
  private static final int MOST = 20_001;

  private HtmlTextFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    String text = HtmlText.of(new String(data, StandardCharsets.UTF_8));
    if (text.length() > MOST) {
      throw new IllegalStateException("too long: " + text.length());
    }
  }
}

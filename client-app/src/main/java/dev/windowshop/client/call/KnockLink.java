package dev.windowshop.client.call;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A link into a call, as it is given away: `windowshop://call/TOKEN`.
public final class KnockLink {
  private static final Pattern LINK =
      Pattern.compile("windowshop://call/([A-Za-z0-9_-]{8,64})/?", Pattern.CASE_INSENSITIVE);

  private KnockLink() {}

  public static String to(String token) {
    return "windowshop://call/" + token;
  }

  /// @return the token, or null when the text is no such link
  public static @Nullable String tokenIn(String text) {
    Matcher matcher = LINK.matcher(text.strip());
    return matcher.matches() ? matcher.group(1) : null;
  }
}

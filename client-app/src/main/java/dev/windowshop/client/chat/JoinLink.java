package dev.windowshop.client.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A link into a group, as it is given away: `windowshop://join/TOKEN`.
public final class JoinLink {
  private static final Pattern LINK =
      Pattern.compile("windowshop://join/([A-Za-z0-9_-]{8,64})", Pattern.CASE_INSENSITIVE);

  private JoinLink() {}

  public static String to(String token) {
    return "windowshop://join/" + token;
  }

  /// @return the token, or null when the text is no such link
  public static @Nullable String tokenIn(String text) {
    Matcher matcher = LINK.matcher(text.strip());
    return matcher.matches() ? matcher.group(1) : null;
  }
}

package dev.windowshop.client.people;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Links to people: `windowshop://user/NAME`.
public final class ProfileLink {
  private static final String PREFIX = "windowshop://user/";

  private ProfileLink() {}

  public static String to(String username) {
    return PREFIX + URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// @return the user name, or null when the text is no such link
  public static @Nullable String nameIn(String text) {
    String link = text.strip();
    if (!link.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
      return null;
    }
    try {
      String path = URI.create(link).getRawPath();
      String name =
          path == null ? "" : URLDecoder.decode(path.substring(1), StandardCharsets.UTF_8);
      return name.isEmpty() || name.contains("/") ? null : name;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}

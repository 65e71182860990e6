package dev.windowshop.client.preview;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the head of an HTML page says: its `og:` and `twitter:` properties, its title and
/// description. Reads what browsers would, and takes nothing from scripts and comments. Pure.
record PageHead(Map<String, String> properties) {
  private static final int LONGEST = 4000;

  /// Each part ends at its own sign or at the end, so that broken pages cost no more than others.
  private static final Pattern PART =
      Pattern.compile(
          "<!--[\\s\\S]*?(?:-->|\\z)"
              + "|<(?<raw>script|style|noscript|template)\\b[^>]{0,1000}>[\\s\\S]*?(?:</\\k<raw>\\s*>|\\z)"
              + "|<title\\b[^>]{0,1000}>(?<title>[^<]*)"
              + "|<meta\\b(?<meta>(?:[^>\"']|\"[^\"]*+\"|'[^']*+')*+)"
              + "|(?<end></head\\s*>|<body\\b)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ATTRIBUTE =
      Pattern.compile("([a-zA-Z:-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ndash", "\u2013"),
          Map.entry("mdash", "\u2014"),
          Map.entry("hellip", "\u2026"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rsquo", "\u2019"),
          Map.entry("ldquo", "\u201C"),
          Map.entry("rdquo", "\u201D"),
          Map.entry("laquo", "\u00AB"),
          Map.entry("raquo", "\u00BB"),
          Map.entry("middot", "\u00B7"),
          Map.entry("bull", "\u2022"),
          Map.entry("copy", "\u00A9"),
          Map.entry("reg", "\u00AE"),
          Map.entry("trade", "\u2122"),
          Map.entry("euro", "\u20AC"));

  static PageHead of(String html) {
    Map<String, String> properties = new HashMap<>();
    Matcher parts = PART.matcher(html);
    while (parts.find() && parts.group("end") == null) {
      String title = parts.group("title");
      String meta = parts.group("meta");
      if (title != null) {
        keep(properties, "title", title);
      } else if (meta != null) {
        meta(properties, meta);
      }
    }
    return new PageHead(Map.copyOf(properties));
  }

  private static void meta(Map<String, String> properties, String attributes) {
    String name = null;
    String content = null;
    Matcher each = ATTRIBUTE.matcher(attributes);
    while (each.find()) {
      String value = each.group(2) != null ? each.group(2) : each.group(3);
      value = value == null ? each.group(4) : value;
      switch (each.group(1).toLowerCase(Locale.ROOT)) {
        case "property", "name", "itemprop" -> name = value.toLowerCase(Locale.ROOT).strip();
        case "content" -> content = value;
        default -> {
          // Says nothing that is shown.
        }
      }
    }
    if (name != null && content != null && !name.equals("title")) {
      keep(properties, name, content);
    }
  }

  /// The first one counts.
  private static void keep(Map<String, String> properties, String name, String text) {
    String shown = plain(text);
    if (!shown.isEmpty()) {
      properties.putIfAbsent(name, shown);
    }
  }

  @Nullable String title() {
    return first("og:title", "twitter:title", "title");
  }

  @Nullable String description() {
    return first("og:description", "twitter:description", "description");
  }

  @Nullable String siteName() {
    return first("og:site_name", "application-name");
  }

  @Nullable String picture() {
    return first("og:image:secure_url", "og:image", "og:image:url", "twitter:image");
  }

  private @Nullable String first(String... names) {
    for (String name : names) {
      String value = properties.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /// One line of text, with the signs that stand for others replaced, and none that is not seen.
  static String plain(String text) {
    String part = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String signs =
        ENTITY
            .matcher(part)
            .replaceAll(found ->
                Matcher.quoteReplacement(
                    sign(found.group(), found.group(1), found.group(2), found.group(3))));
    return signs.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\s\\u00A0]+", " ").strip();
  }

  private static String sign(
      String whole, @Nullable String decimal, @Nullable String hex, @Nullable String name) {
    if (name != null) {
      return NAMED.getOrDefault(name, whole);
    }
    int point =
        decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(hex == null ? "0" : hex, 16);
    return Character.isValidCodePoint(point) && point > 0 && !isSurrogate(point)
        ? Character.toString(point)
        : "\uFFFD";
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}

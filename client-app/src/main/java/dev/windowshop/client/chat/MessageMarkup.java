package dev.windowshop.client.chat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Simple Markdown in messages: `**bold**`, `*italic*`, `~~struck~~`, `` `code` ``, blocks of code,
/// addresses, and names. What is not closed, or stands in the middle of a word, is only text. Pure.
final class MessageMarkup {
  enum Style {
    BOLD,
    ITALIC,
    STRUCK,
    CODE,
    MENTION
  }

  /// @param link where it leads; null for what leads nowhere
  record Span(String text, Set<Style> styles, @Nullable String link) {}

  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<block>```\\n?(?<blocktext>[\\s\\S]+?)\\n?```)\
          |(?<code>`(?<codetext>[^`\\n]+)`)\
          |(?<link>(?:https?://|www\\.|windowshop://)[^\\s<>"\\u00AB\\u00BB]+)\
          |(?<bold>\\*\\*(?=\\S)(?<boldtext>(?:[^*\\n]|\\*(?!\\*))+?)(?<=\\S)\\*\\*)\
          |(?<struck>~~(?=\\S)(?<strucktext>[^~\\n]+?)(?<=\\S)~~)\
          |(?<![\\p{L}\\p{N}*])(?<italic>\\*(?=\\S)(?<italictext>[^*\\n]+?)(?<=\\S)\\*)(?![\\p{L}\\p{N}*])\
          |(?<![\\p{L}\\p{N}_])(?<low>_(?=\\S)(?<lowtext>[^_\\n]+?)(?<=\\S)_)(?![\\p{L}\\p{N}_])\
          |(?<![\\p{L}\\p{N}@])(?<name>@[\\p{L}\\p{N}._-]+)\
          """,
          Pattern.CASE_INSENSITIVE);

  private final Set<String> names;
  private final List<Span> spans = new ArrayList<>();

  private MessageMarkup(List<String> names) {
    this.names = Set.copyOf(names);
  }

  /// @param names user names that are marked where they stand after an `@`
  static List<Span> of(String text, List<String> names) {
    MessageMarkup markup = new MessageMarkup(names);
    markup.read(text, EnumSet.noneOf(Style.class));
    return List.copyOf(markup.spans);
  }

  /// The text without its signs, in one line for a quote or a tile.
  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    of(text, List.of()).forEach(span -> plain.append(span.text()));
    return plain.toString();
  }

  /// The first address of the web in it; those of ours are none.
  static @Nullable String firstWebLink(String text) {
    for (Span span : of(text, List.of())) {
      String link = span.link();
      if (link != null && link.regionMatches(true, 0, "http", 0, 4)) {
        return link;
      }
    }
    return null;
  }

  private void read(String text, EnumSet<Style> styles) {
    Matcher matcher = TOKEN.matcher(text);
    int from = 0;
    while (matcher.find()) {
      int start = matcher.start();
      int end = take(matcher, text, from, styles);
      if (end > start) {
        from = end;
        // A link that ended earlier leaves its last signs to be read.
        matcher.region(end, text.length());
        matcher.useTransparentBounds(true);
      }
    }
    add(text.substring(from), styles, null);
  }

  /// @return where what was taken ends, or its beginning when it is only text
  private int take(Matcher matcher, String text, int from, EnumSet<Style> styles) {
    int start = matcher.start();
    String name = matcher.group("name");
    if (name != null) {
      String known = known(name.substring(1));
      if (known == null) {
        return start;
      }
      add(text.substring(from, start), styles, null);
      add("@" + known, with(styles, Style.MENTION), "windowshop://user/" + known);
      return start + 1 + known.length();
    }
    add(text.substring(from, start), styles, null);
    String link = matcher.group("link");
    if (link != null) {
      String address = trimmed(link);
      String target = address.regionMatches(true, 0, "www.", 0, 4) ? "https://" + address : address;
      add(address, styles, target);
      return start + address.length();
    }
    if (matcher.group("block") != null) {
      add(matcher.group("blocktext"), with(styles, Style.CODE), null);
    } else if (matcher.group("code") != null) {
      add(matcher.group("codetext"), with(styles, Style.CODE), null);
    } else if (matcher.group("bold") != null) {
      read(matcher.group("boldtext"), with(styles, Style.BOLD));
    } else if (matcher.group("struck") != null) {
      read(matcher.group("strucktext"), with(styles, Style.STRUCK));
    } else if (matcher.group("italic") != null) {
      read(matcher.group("italictext"), with(styles, Style.ITALIC));
    } else {
      read(matcher.group("lowtext"), with(styles, Style.ITALIC));
    }
    return matcher.end();
  }

  /// A name may be followed by a full stop that is not part of it.
  private @Nullable String known(String written) {
    for (int end = written.length(); end > 0; end--) {
      String name = written.substring(0, end);
      boolean whole = end == written.length() || !Character.isLetterOrDigit(written.charAt(end));
      if (whole && names.contains(name)) {
        return name;
      }
    }
    return null;
  }

  /// Without the signs that end the sentence around it.
  private static String trimmed(String link) {
    String address = link;
    while (address.length() > 1) {
      char last = address.charAt(address.length() - 1);
      boolean closing = last == ')' && address.indexOf('(') < 0;
      if (!closing && ".,;:!?'*_~".indexOf(last) < 0) {
        break;
      }
      address = address.substring(0, address.length() - 1);
    }
    return address;
  }

  private static EnumSet<Style> with(EnumSet<Style> styles, Style more) {
    EnumSet<Style> all = EnumSet.copyOf(styles);
    all.add(more);
    return all;
  }

  private void add(String text, EnumSet<Style> styles, @Nullable String link) {
    if (!text.isEmpty()) {
      spans.add(new Span(text, Set.copyOf(styles), link));
    }
  }
}

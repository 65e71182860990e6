package dev.windowshop.relay.store.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A description as HTML that [HtmlText] reads back as it was.
final class DescriptionHtml {
  private static final Pattern BOLD = Pattern.compile("\\*\\*([^*\\n]+)\\*\\*");

  private DescriptionHtml() {}

  static String of(String text) {
    if (text.isEmpty()) {
      return "";
    }
    String html =
        List.of(text.split("\n\n")).stream()
            .map(DescriptionHtml::block)
            .collect(Collectors.joining("\n"));
    return HtmlText.of(html).equals(text) ? html : verbatim(text);
  }

  private static String block(String text) {
    List<String> lines = List.of(text.split("\n"));
    if (lines.stream().allMatch(line -> line.startsWith("- "))) {
      return lines.stream()
          .map(line -> "<li>" + inline(line.substring(2)) + "</li>")
          .collect(Collectors.joining("", "<ul>", "</ul>"));
    }
    return lines.stream()
        .map(DescriptionHtml::inline)
        .collect(Collectors.joining("<br>", "<p>", "</p>"));
  }

  private static String inline(String text) {
    return BOLD.matcher(escaped(text)).replaceAll("<b>$1</b>");
  }

  private static String verbatim(String text) {
    return "<div style=\"" + HtmlText.VERBATIM + "\">" + escaped(text) + "</div>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\r", "&#13;");
  }
}

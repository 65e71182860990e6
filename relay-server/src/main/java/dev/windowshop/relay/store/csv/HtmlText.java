package dev.windowshop.relay.store.csv;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/// HTML to plain text with simple formatting: paragraphs, `- ` lists, `**bold**`. Nothing that
/// could run or load is left.
final class HtmlText {
  /// The style of an element whose text stays as it is.
  static final String VERBATIM = "white-space: pre-wrap";

  private static final int MOST = 200_000;
  private static final int LONGEST = 20_000;
  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "iframe",
          "object",
          "embed",
          "svg",
          "noscript",
          "template",
          "head",
          "title",
          "form",
          "button",
          "select",
          "textarea",
          "video",
          "audio",
          "canvas");
  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "header",
          "footer",
          "blockquote",
          "ul",
          "ol",
          "dl",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "pre",
          "figure",
          "main",
          "aside");
  private static final Set<String> BOLD = Set.of("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6");
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z!/][^>]*>|&[#a-zA-Z0-9]+;");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

  private HtmlText() {}

  static String of(String html) {
    String bounded = html.length() > MOST ? html.substring(0, MOST) : html;
    if (!TAG.matcher(bounded).find()) {
      return cut(tidy(bounded));
    }
    Element body = body(bounded);
    if (body == null) {
      return "";
    }
    return cut(isVerbatim(body) ? body.wholeText().strip() : tidy(withoutMarkup(body)));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) > LONGEST
        ? text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip() + "…"
        : text;
  }

  /// What [DescriptionHtml] writes where every blank counts.
  private static boolean isVerbatim(Element body) {
    return body.childNodeSize() == 1
        && body.childNode(0) instanceof Element only
        && only.attr("style").equals(VERBATIM)
        && only.childNodes().stream().allMatch(TextNode.class::isInstance);
  }

  private static @Nullable Element body(String html) {
    try {
      return Jsoup.parse(html).body();
    } catch (IndexOutOfBoundsException e) {
      // Some malformed nests of elements are too much for the parser. Such a description loses its
      // words, not the whole import: what is no parsed text could still hold a script.
      return null;
    }
  }

  private static String withoutMarkup(Element body) {
    body.select(String.join(",", DROPPED)).remove();
    Writer writer = new Writer();
    body.traverse(writer);
    return writer.text();
  }

  private static String tidy(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replaceAll("[ \\t\\u00A0]+", " ")
        .replaceAll(" ?\\n ?", "\n")
        .replaceAll("\\n{3,}", "\n\n")
        .strip();
  }

  private static final class Writer implements NodeVisitor {
    private final StringBuilder out = new StringBuilder();
    private int bold;

    String text() {
      return out.toString().replace("****", "").replaceAll("\\*\\*(\\s*)\\*\\*", "$1");
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        String words = BLANKS.matcher(text.getWholeText()).replaceAll(" ");
        boolean fresh = out.isEmpty() || Character.isWhitespace(out.charAt(out.length() - 1));
        out.append(fresh ? words.stripLeading() : words);
      } else if (node instanceof Element element) {
        String name = element.tagName().toLowerCase(Locale.ROOT);
        if (PARAGRAPHS.contains(name)) {
          paragraph();
        }
        switch (name) {
          case "br", "tr", "dt", "dd" -> line();
          case "li" -> {
            line();
            out.append("- ");
          }
          case String other when BOLD.contains(other) -> {
            if (bold++ == 0 && element.hasText()) {
              out.append("**");
            }
          }
          case String other -> {}
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      String name = element.tagName().toLowerCase(Locale.ROOT);
      if (BOLD.contains(name) && --bold == 0 && element.hasText()) {
        closeBold();
      }
      if (PARAGRAPHS.contains(name)) {
        paragraph();
      } else if (name.equals("td") || name.equals("th")) {
        out.append("  ");
      }
    }

    /// Blanks go after the mark, so that `**bold** text` stays well formed.
    private void closeBold() {
      int end = out.length();
      while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
        end--;
      }
      out.insert(end, "**");
    }

    private void line() {
      if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
        out.append('\n');
      }
    }

    private void paragraph() {
      if (!out.isEmpty()) {
        line();
        if (out.length() > 1 && out.charAt(out.length() - 2) != '\n') {
          out.append('\n');
        }
      }
    }
  }
}

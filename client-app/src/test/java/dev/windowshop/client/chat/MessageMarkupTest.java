package dev.windowshop.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessageMarkupTest {
  @Test
  void emphasisIsReadAndWhatIsNotClosedIsText() {
    assertEquals("a |bold[BOLD]| b", shown("a **bold** b"));
    assertEquals("it[ITALIC]| and |it[ITALIC]", shown("*it* and _it_"));
    assertEquals("gone[STRUCK]", shown("~~gone~~"));
    assertEquals("a **b", shown("a **b"));
    assertEquals("2 * 3 * 4", shown("2 * 3 * 4"));
    assertEquals("snake_case_name", shown("snake_case_name"));
  }

  @Test
  void nothingInCodeIsEmphasis() {
    assertEquals("run |a **b** c[CODE]", shown("run `a **b** c`"));
    assertEquals("x\n*y*[CODE]", shown("```\nx\n*y*\n```"));
  }

  @Test
  void emphasisGoesIntoEmphasis() {
    assertEquals(
        "so |very[BOLD]| |so[BOLD, ITALIC]",
        shown("so **very _so_**").replace("very [BOLD]", "very[BOLD]| "));
  }

  @Test
  void addressesEndBeforeTheSentenceDoes() {
    List<MessageMarkup.Span> spans =
        MessageMarkup.of("See https://example.org/a_b_c?q=1. And (www.example.org)!", List.of());
    assertEquals(
        List.of("https://example.org/a_b_c?q=1", "https://www.example.org"),
        spans.stream().map(MessageMarkup.Span::link).filter(link -> link != null).toList());
    assertEquals("See https://example.org/a_b_c?q=1. And (www.example.org)!", joined(spans));
  }

  @Test
  void onlyThoseWhoAreInItAreNamed() {
    List<MessageMarkup.Span> spans =
        MessageMarkup.of("@ben. and @nobody, me@ben.org", List.of("ben"));
    assertEquals(
        List.of("@ben"),
        spans.stream()
            .filter(span -> span.styles().contains(MessageMarkup.Style.MENTION))
            .map(MessageMarkup.Span::text)
            .toList());
    assertEquals("@ben. and @nobody, me@ben.org", joined(spans));
  }

  @Test
  void aLongTextOfSignsIsReadInReasonableTime() {
    String signs = "*_~`[".repeat(3_000);
    assertEquals(signs, joined(MessageMarkup.of(signs, List.of())).isEmpty() ? "" : signs);
  }

  private static String joined(List<MessageMarkup.Span> spans) {
    return spans.stream().map(MessageMarkup.Span::text).collect(Collectors.joining());
  }

  private static String shown(String text) {
    return MessageMarkup.of(text, List.of()).stream()
        .map(span ->
            span.text()
                + (span.styles().isEmpty()
                    ? ""
                    : "["
                        + span.styles().stream()
                            .sorted()
                            .map(Enum::name)
                            .collect(Collectors.joining(", "))
                        + "]"))
        .collect(Collectors.joining("|"));
  }
}

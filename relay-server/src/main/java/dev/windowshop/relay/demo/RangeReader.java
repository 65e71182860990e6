package dev.windowshop.relay.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Collects the lines of one range after another:
///
/// ```
/// = kind | category | shop | word | tag, tag | Size: S, M, L
/// p shape | title | price[<before] | material | colour colour | style | blurb
/// d how it is made
/// u living with it
/// f a fact for the list
/// + praise
/// - doubt
/// ```
final class RangeReader {
  private final String file;
  private String[] head = {};
  private final List<DemoTexts.Model> models = new ArrayList<>();
  private final List<String> details = new ArrayList<>();
  private final List<String> uses = new ArrayList<>();
  private final List<String> facts = new ArrayList<>();
  private final List<String> praise = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();

  RangeReader(String file) {
    this.file = file;
  }

  /// @return the range that this line ends
  Optional<DemoTexts.Range> take(String line) {
    String rest = line.substring(1).strip();
    switch (line.charAt(0)) {
      case '=' -> {
        Optional<DemoTexts.Range> done = end();
        head = fields(rest, 5);
        return done;
      }
      case 'p' -> models.add(model(rest));
      case 'd' -> details.add(rest);
      case 'u' -> uses.add(rest);
      case 'f' -> facts.add(rest);
      case '+' -> praise.add(rest);
      case '-' -> doubts.add(rest);
      default -> throw new IllegalStateException(file + ": what is this line? " + line);
    }
    return Optional.empty();
  }

  Optional<DemoTexts.Range> end() {
    if (head.length == 0) {
      return Optional.empty();
    }
    var range =
        new DemoTexts.Range(
            DemoTexts.kind(head[0]),
            head[1],
            head[2],
            head[3],
            list(head[4]),
            head.length > 5 ? list(head[5].replace(": ", ", ")) : List.of(),
            List.copyOf(models),
            List.copyOf(details),
            List.copyOf(uses),
            List.copyOf(facts),
            List.copyOf(praise),
            List.copyOf(doubts));
    head = new String[0];
    for (List<?> list : List.of(models, details, uses, facts, praise, doubts)) {
      list.clear();
    }
    return Optional.of(range);
  }

  private DemoTexts.Model model(String rest) {
    String[] part = fields(rest, 7);
    String[] prices = part[2].split("<", -1);
    return new DemoTexts.Model(
        Integer.parseInt(part[0]),
        part[1],
        cents(prices[0]),
        prices.length > 1 ? cents(prices[1]) : 0,
        part[3],
        List.of(part[4].split(" ", -1)),
        part[5],
        part[6]);
  }

  private static int cents(String price) {
    return (int) Math.round(Double.parseDouble(price) * 100);
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  private String[] fields(String line, int atLeast) {
    String[] parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    if (parts.length < atLeast) {
      throw new IllegalStateException(file + ": too few fields in " + line);
    }
    return parts;
  }
}

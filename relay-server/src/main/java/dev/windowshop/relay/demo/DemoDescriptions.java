package dev.windowshop.relay.demo;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes descriptions: what this one is, what it is made of and how, how one lives with it, a list
/// of facts, and a word of the shop. Sentences rotate so that neighbours differ.
final class DemoDescriptions {
  private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*\\|[^{}]*)}");
  private final Map<String, List<String>> materials = DemoTexts.sentences("materials.txt");
  private final Map<String, List<String>> shops = DemoTexts.sentences("shops.txt");

  String of(DemoTexts.Range range, DemoTexts.Model model, int place, int number) {
    var text = new StringBuilder(fill(model.blurb(), model, number));
    text.append("\n\n");
    List<String> known = materials.getOrDefault(model.material(), List.of());
    if (!known.isEmpty()) {
      text.append(fill(known.get((place + number / 5) % known.size()), model, number)).append(' ');
    }
    text.append(pick(range.details(), place, model, number));
    text.append("\n\n").append(pick(range.uses(), place, model, number)).append("\n\n");
    for (String fact : range.facts()) {
      text.append("- ").append(fill(fact, model, number)).append('\n');
    }
    List<String> closing = shops.getOrDefault(range.shop(), List.of());
    if (!closing.isEmpty()) {
      text.append('\n').append(fill(closing.get(number % closing.size()), model, number));
    }
    return text.toString().strip();
  }

  /// One of the makers whom the shop carries; a range is from one maker.
  String brand(DemoTexts.Range range) {
    List<String> brands = shops.getOrDefault("brand-" + range.shop(), List.of(range.shop()));
    return brands.get((int) Long.remainderUnsigned(DemoIds.seed(range.word()), brands.size()));
  }

  private static String pick(List<String> from, int place, DemoTexts.Model model, int number) {
    return from.isEmpty() ? "" : fill(from.get(place % from.size()), model, number);
  }

  /// Resolves `{name}`, `{material}`, `{colour}` and choices like `{38|42}`.
  private static String fill(String sentence, DemoTexts.Model model, int number) {
    if (sentence.indexOf('{') < 0) {
      return sentence;
    }
    String text =
        sentence
            .replace("{name}", model.title().split(" ", 2)[0])
            .replace("{material}", model.material())
            .replace("{colour}", model.colors().getFirst());
    Matcher choice = CHOICE.matcher(text);
    return choice.replaceAll(found -> {
      String[] options = found.group(1).split("\\|", -1);
      int at = Math.floorMod(DemoIds.seed(model.title() + found.start()) + number, options.length);
      return Matcher.quoteReplacement(options[at]);
    });
  }
}

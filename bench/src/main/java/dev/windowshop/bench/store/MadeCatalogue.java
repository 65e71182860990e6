package dev.windowshop.bench.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A shop's export, made by chance: the same for the same seed. Words, brands and categories are
/// made up of syllables, the first of them far more frequent than the last, as in a real shop; two
/// thirds of the products come in colours, half of them in sizes, under the names that different
/// shops give these.
final class MadeCatalogue {
  private static final String HEADER =
      "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,"
          + "Option2 Name,Option2 Value,Variant SKU,Variant Inventory Tracker,"
          + "Variant Inventory Qty,Variant Inventory Policy,Variant Price,"
          + "Variant Compare At Price,Status";
  private static final String[] SYLLABLES =
      ("ba be bo da de do fa fe fi ga go ha he ka ke ki la le li lo ma me mi mo na ne no pa pe po ra"
              + " re ri ro sa se si so ta te ti to va ve vi wa we za")
          .split(" ");
  private static final String[] COLOURS = {
    "Red", "Blue", "Green", "Black", "White", "Grey", "Clay", "Ochre", "Olive", "Rosé", "Sand",
    "Navy"
  };
  private static final String[] SIZES = {"XS", "S", "M", "L", "XL", "XXL"};
  private static final String[] COLOUR_NAMES = {"Colour", "Color", "colour", "Farbe"};

  private final SplittableRandom random;
  private final List<String> nouns;
  private final List<String> adjectives;
  private final List<String> brands;
  private final List<String> categories;

  MadeCatalogue(long seed) {
    random = new SplittableRandom(seed);
    nouns = words(1_500, 3);
    adjectives = words(1_000, 3);
    brands = words(300, 2);
    categories = words(40, 2);
  }

  private List<String> words(int count, int syllables) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder word = new StringBuilder();
      for (int s = 0; s < syllables + random.nextInt(2); s++) {
        word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      // Some with a mark, which search has to see through.
      words.add(i % 17 == 3 ? word.append("é").toString() : word.toString());
    }
    return words;
  }

  private String one(List<String> words) {
    return words.get((int) (words.size() * Math.pow(random.nextDouble(), 2)));
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  void write(Path file, int products) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      out.newLine();
      for (int i = 0; i < products; i++) {
        product(out, i);
      }
    }
  }

  private void product(BufferedWriter out, int number) throws IOException {
    String handle = "product-" + number;
    String title = capital(one(adjectives)) + " " + one(adjectives) + " " + one(nouns);
    String body =
        "<p>"
            + capital(one(nouns))
            + " of "
            + one(adjectives)
            + " "
            + one(nouns)
            + " with "
            + one(adjectives)
            + " "
            + one(nouns)
            + ".</p>";
    String common =
        ",%s,%s,%s,\"%s, %s\",TRUE"
            .formatted(
                body, capital(one(brands)), capital(one(categories)), one(adjectives), one(nouns));
    long price = 500 + (long) (40_000 * Math.pow(random.nextDouble(), 3));
    List<String> colours = some(COLOURS, random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(3));
    List<String> sizes = some(SIZES, random.nextInt(2) == 0 ? 0 : 2 + random.nextInt(2));
    String colourName = COLOUR_NAMES[random.nextInt(10) < 7 ? 0 : random.nextInt(4)];
    boolean first = true;
    for (String colour : colours.isEmpty() ? List.of("") : colours) {
      for (String size : sizes.isEmpty() ? List.of("") : sizes) {
        boolean coloured = !colour.isEmpty();
        boolean sized = !size.isEmpty();
        out.write(handle + "," + (first ? title + common : ",,,,,"));
        out.write(
            ",%s,%s,%s,%s"
                .formatted(
                    first && coloured ? colourName : first && sized ? "Size" : "",
                    coloured ? colour : size,
                    first && coloured && sized ? "Size" : "",
                    coloured ? size : ""));
        out.write(
            String.format(
                Locale.ROOT,
                ",SKU%d%s%s,shopify,%d,deny,%.2f,%s,%s",
                number,
                colour.isEmpty() ? "" : colour.charAt(0),
                size,
                random.nextInt(10) == 0 ? 0 : random.nextInt(50),
                price / 100.0,
                number % 9 == 0 ? String.format(Locale.ROOT, "%.2f", price * 1.3 / 100) : "",
                first ? "active" : ""));
        out.newLine();
        first = false;
      }
    }
  }

  private List<String> some(String[] of, int count) {
    List<String> left = new ArrayList<>(List.of(of));
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(left.remove(random.nextInt(left.size())));
    }
    return taken;
  }
}

package dev.windowshop.relay.store.csv;

import dev.windowshop.protocol.ShopImport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Says line by line what was taken and what was refused, and adds it up. Confined to one thread.
public final class ImportReport {
  private static final int MOST_HELD = 1000;
  private static final int MOST_PROBLEMS = 100;

  private final Consumer<String> out;
  private final List<Held> held = new ArrayList<>();
  private final List<ShopImport.Problem> problems = new ArrayList<>();
  private int created;
  private int changed;
  private int unchanged;
  private int hidden;
  private int offSale;
  private int variants;
  private int refused;
  private int pictures;
  private int picturesMissing;
  private boolean broken;

  private record Held(long line, String text) {}

  /// @param out takes one line at a time
  public ImportReport(Consumer<String> out) {
    this.out = out;
  }

  void took(ParsedProduct product, ImportRepository.Outcome outcome) {
    String what =
        switch (outcome) {
          case NEW -> {
            created++;
            yield "new";
          }
          case CHANGED -> {
            changed++;
            yield "changed";
          }
          case UNCHANGED -> {
            unchanged++;
            yield "unchanged";
          }
          case HIDDEN -> {
            hidden++;
            yield "no longer published, so it is hidden now";
          }
          case NEW_OFF_SALE -> {
            offSale++;
            yield "new, not published: only its seller sees it";
          }
        };
    variants += product.variants().size();
    say(
        product.line(),
        "took",
        product.handle(),
        what
            + ", "
            + count(product.variants().size(), "variant")
            + (product.images().isEmpty() ? "" : ", " + count(product.images().size(), "picture")));
  }

  void refused(long line, String handle, String why) {
    refused++;
    problem(line, handle, why);
    say(line, "refused", handle.isEmpty() ? "(no handle)" : handle, why);
  }

  void broke(long line, String why) {
    broken = true;
    refused++;
    problem(line, "", why);
    held.add(new Held(line, "line " + line + ": stopped: " + why));
  }

  private void problem(long line, String handle, String why) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new ShopImport.Problem(line, handle.isEmpty() ? null : handle, why));
    }
  }

  void pictures(int fetched, int missing) {
    pictures += fetched;
    picturesMissing += missing;
  }

  /// Says what was held back, in the order of the lines.
  void flush() {
    held.sort(Comparator.comparingLong(Held::line));
    held.forEach(one -> out.accept(one.text()));
    held.clear();
  }

  private void say(long line, String verb, String handle, String what) {
    held.add(
        new Held(line, String.format(Locale.ROOT, "line %d: %s %s: %s", line, verb, handle, what)));
    if (held.size() >= MOST_HELD) {
      flush();
    }
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /// How many products are as the file has them now.
  public int taken() {
    return created + changed + unchanged + hidden + offSale;
  }

  /// How many lines were refused.
  public int refused() {
    return refused;
  }

  /// Whether the file could not be read to its end.
  public boolean isBroken() {
    return broken;
  }

  /// For whoever does not read the lines.
  public ShopImport sum() {
    problems.sort(Comparator.comparingLong(ShopImport.Problem::line));
    return new ShopImport(created + offSale, changed, unchanged, hidden, refused, problems);
  }

  public String summary() {
    StringBuilder text = new StringBuilder();
    text.append(count(taken(), "product")).append(" with ").append(count(variants, "variant"));
    text.append(" taken (").append(created).append(" new, ").append(changed).append(" changed, ");
    text.append(unchanged).append(" unchanged");
    if (hidden > 0) {
      text.append(", ").append(hidden).append(" hidden");
    }
    if (offSale > 0) {
      text.append(", ").append(offSale).append(" not published");
    }
    text.append("), ").append(count(refused, "line")).append(" refused.");
    if (pictures + picturesMissing > 0) {
      text.append(" Pictures: ").append(pictures).append(" fetched, ");
      text.append(picturesMissing).append(" not");
      text.append(picturesMissing > 0 ? "; drawn ones stand in." : ".");
    }
    return text.toString();
  }
}

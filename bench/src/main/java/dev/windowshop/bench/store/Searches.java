package dev.windowshop.bench.store;

import dev.windowshop.client.shell.SearchFilters;
import dev.windowshop.client.store.ProductQuery;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductSort;
import dev.windowshop.search.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What shoppers ask, of every kind, about products that are there: the same for the same seed.
final class Searches {
  /// @param kind what it is an example of
  record Search(String kind, ProductQuery query) {}

  private static final List<String> KINDS =
      List.of(
          "everything",
          "a few letters",
          "a word",
          "two words",
          "a slip of the pen",
          "SKU",
          "nothing there",
          "category, cheapest first",
          "brands and a price",
          "colour, size, in stock",
          "words and filters");

  private final List<Product> products;
  private final SplittableRandom random;

  Searches(List<Product> products, long seed) {
    this.products = products;
    random = new SplittableRandom(seed);
  }

  /// @param each how many of each kind
  List<Search> of(int each) {
    List<Search> searches = new ArrayList<>();
    for (int i = 0; i < each; i++) {
      for (String kind : KINDS) {
        searches.add(new Search(kind, query(kind)));
      }
    }
    return searches;
  }

  private ProductQuery query(String kind) {
    Product some = products.get(random.nextInt(products.size()));
    List<String> title = SearchText.words(some.title());
    String word = title.get(random.nextInt(title.size()));
    SearchFilters none = SearchFilters.NONE;
    return switch (kind) {
      case "everything" -> ProductQuery.EVERYTHING;
      case "a few letters" ->
          ProductQuery.ofText(word.substring(0, Math.min(word.length(), 1 + random.nextInt(3))));
      case "a word" -> ProductQuery.ofText(word);
      case "two words" -> ProductQuery.ofText(title.getFirst() + " " + title.getLast());
      case "a slip of the pen" -> ProductQuery.ofText(slip(word));
      case "SKU" -> ProductQuery.ofText(String.valueOf(some.variants().getFirst().sku()));
      case "nothing there" -> ProductQuery.ofText("zzxq" + random.nextInt(1_000));
      case "category, cheapest first" ->
          ProductQuery.ofCategory(some.category()).withSort(ProductSort.PRICE_ASC);
      case "brands and a price" ->
          ProductQuery.EVERYTHING.withFilters(
              none.withBrands(
                      List.of(
                          String.valueOf(some.brand()),
                          String.valueOf(products.get(random.nextInt(products.size())).brand())))
                  .withPrices(some.price().amount() / 2, some.price().amount() * 2));
      case "colour, size, in stock" ->
          new ProductQuery(
              null,
              none.withOptions(List.of("colour:red", "COLOUR:Blue", "Size:M")).withInStock(true),
              ProductSort.NEWEST);
      case "words and filters" ->
          ProductQuery.ofText(word.substring(0, Math.min(word.length(), 3)))
              .withFilters(
                  none.withCategories(List.of(some.category()))
                      .withOptions(List.of("Colour:" + colour()))
                      .withOnSale(random.nextInt(4) == 0));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private String colour() {
    return List.of("red", "Blue", "rose", "Black").get(random.nextInt(4));
  }

  private String slip(String word) {
    int at = random.nextInt(word.length() - 1);
    return switch (random.nextInt(3)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + "x" + word.substring(at + 1);
      default ->
          word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    };
  }
}

package dev.windowshop.client.gallery;

import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.store.Basket;
import dev.windowshop.client.store.CartContents;
import dev.windowshop.client.store.CartLine;
import dev.windowshop.client.store.Catalog;
import dev.windowshop.client.store.Home;
import dev.windowshop.client.store.ProductQuery;
import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.ProductPage;
import dev.windowshop.protocol.Recommendations;
import dev.windowshop.protocol.Shop;
import dev.windowshop.protocol.ShopProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A small shop in memory.
public final class SampleShop implements Catalog, Basket {
  private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
  private static final String[] KINDS = {"Lamps", "Mugs", "Books", "Vases"};
  private static final String[] SHAPES = {"lamp", "mug", "book", "vase"};
  private static final String[] COLORS = {
    "C8553D", "2A6F97", "588157", "E9C46A", "8D5B9B", "B08968", "3D5A80", "D4A5A5"
  };
  private static final String[] TITLES = {
    "Dusk table lamp",
    "Stoneware mug with a thumb rest, glazed by hand",
    "The Slow Kitchen: a year of simple meals for two",
    "Bud vase"
  };

  private final List<Product> products =
      IntStream.range(0, 48).mapToObj(SampleShop::sample).toList();
  private final Live<Home> home = new Live<>();
  private final SampleInterests interests = new SampleInterests();
  private final Live<String> trouble = new Live<>("");
  private final Live<CartContents> cart = new Live<>(CartContents.EMPTY);

  private SampleShop() {}

  /// A shop that has everything.
  public static SampleShop full() {
    SampleShop shop = new SampleShop();
    List<Category> categories =
        IntStream.range(0, 12)
            .mapToObj(index ->
                new Category(
                    "c" + index,
                    "kind-" + index,
                    index < 4 ? KINDS[index] : KINDS[index % 4] + " & more",
                    null,
                    12 + index,
                    "sample:" + SHAPES[index % 4] + ":" + COLORS[index % 8],
                    "#" + COLORS[index % 8]))
            .toList();
    shop.home.set(
        new Home(
            categories,
            shop.products.subList(0, 12),
            shop.products.subList(12, 24),
            shop.products.stream().filter(each -> each.compareAtPrice() != null).toList(),
            new Recommendations(
                shop.products.subList(24, 36).stream()
                    .map(each ->
                        new Recommendations.Item(
                            each, new Recommendations.Reason("Loved by many", null)))
                    .toList()),
            THEN));
    shop.interests.give(
        new Recommendations(
            IntStream.range(12, 36)
                .mapToObj(index ->
                    new Recommendations.Item(
                        shop.products.get(index),
                        new Recommendations.Reason(
                            index >= 24 ? "Because you viewed Dusk table lamp" : "Loved by many",
                            index >= 24 ? "p0" : null)))
                .toList()));
    shop.interests.give(shop.products.subList(36, 48), shop.products.subList(6, 14));
    shop.interests.viewed().set(shop.products.subList(40, 47));
    return shop;
  }

  /// A shop of which nothing is known yet.
  public static SampleShop loading() {
    return new SampleShop();
  }

  public List<Product> products() {
    return products;
  }

  private static Product sample(int index) {
    int kind = index % 4;
    String color = COLORS[(index * 5 + index / 4) % 8];
    long price = 1200 + (index * 737L) % 9000;
    boolean reduced = index % 5 == 2;
    Money now = new Money(price, "EUR");
    Money before = reduced ? new Money(price * 5 / 4, "EUR") : null;
    String picture = "sample:" + SHAPES[kind] + ":" + color;
    List<Product.Variant> variants = new ArrayList<>();
    for (String size : List.of("Small", "Medium", "Large")) {
      for (String tone : List.of("Clay", "Ink", "Moss")) {
        boolean made = !(size.equals("Large") && tone.equals("Moss"));
        boolean sold = size.equals("Small") && tone.equals("Ink");
        if (made) {
          variants.add(
              new Product.Variant(
                  "v" + index + size + tone,
                  null,
                  Map.of("Size", size, "Glaze", tone),
                  now,
                  before,
                  sold ? 0 : index % 7 == 3 ? 2 : 14));
        }
      }
    }
    boolean simple = kind == 2;
    List<Product.Variant> only =
        List.of(new Product.Variant("v" + index, null, Map.of(), now, before, 5 + index));
    return new Product(
        "p" + index,
        "sample-" + index,
        TITLES[kind],
        """
        Made in a small workshop by the river, **one at a time**, and meant to be used every day.

        - Stoneware, fired twice
        - Safe in the dishwasher
        - Each a little different

        Comes wrapped in paper, in a box that can be used again.\
        """,
        new Shop(
            "s" + index % 3,
            List.of("Fern & Kiln", "Nordlicht", "Paper Trail").get(index % 3),
            "u" + index % 3,
            "Things for slow mornings, made in Porto.",
            null,
            "#" + COLORS[index % 3]),
        "c" + kind,
        KINDS[kind],
        List.of("Fern", "Nord", "Trail").get(index % 3),
        now,
        before,
        index % 9 == 8 ? null : 3.6 + index % 14 / 10.0,
        8 + index * 3,
        1 - index / 48.0,
        List.of(),
        List.of(),
        index == 5 ? 0 : index % 7 == 3 ? 2 : 40,
        List.of(
            new Product.Media(picture, picture, TITLES[kind]),
            new Product.Media(
                "sample:vase:" + COLORS[(index + 3) % 8],
                "sample:vase:" + COLORS[(index + 3) % 8],
                null),
            new Product.Media(
                "sample:mug:" + COLORS[(index + 5) % 8],
                "sample:mug:" + COLORS[(index + 5) % 8],
                null)),
        simple
            ? List.of()
            : List.of(
                new Product.Option("Size", List.of("Small", "Medium", "Large")),
                new Product.Option("Glaze", List.of("Clay", "Ink", "Moss"))),
        simple ? only : variants,
        "#" + color,
        THEN,
        THEN);
  }

  @Override
  public Live<Home> home() {
    return home;
  }

  @Override
  public void refreshHome() {}

  @Override
  public Live<String> homeTrouble() {
    return trouble;
  }

  @Override
  public Live<Product> product(String id) {
    return products.stream()
        .filter(product -> product.id().equals(id))
        .findFirst()
        .map(Live::new)
        .orElseGet(Live::new);
  }

  @Override
  public CompletableFuture<Product> fetch(String id) {
    return CompletableFuture.completedFuture(
        products.stream().filter(product -> product.id().equals(id)).findFirst().orElseThrow());
  }

  @Override
  public CompletableFuture<List<Product>> fromShops(List<String> shopIds) {
    return CompletableFuture.completedFuture(products.subList(30, 42));
  }

  @Override
  public CompletableFuture<ShopProfile> shop(String id) {
    return CompletableFuture.completedFuture(SampleSelling.SHOP);
  }

  @Override
  public void interacted(String productId, Interaction.Type type) {}

  @Override
  public Subscription watch(String productId) {
    return () -> {};
  }

  @Override
  public CompletableFuture<ProductPage> search(ProductQuery query, @Nullable String cursor) {
    if (home.value() == null) {
      return new CompletableFuture<>();
    }
    List<Product> texts =
        products.stream()
            .filter(product -> query.text() == null || matches(product, query.text()))
            .toList();
    var filters = query.filters();
    List<Product> kinds =
        texts.stream()
            .filter(product ->
                filters.categories().isEmpty()
                    || filters.categories().contains(product.category())
                    || filters.categories().contains(product.categoryId()))
            .toList();
    List<Product> found =
        kinds.stream()
            .filter(
                product -> filters.brands().isEmpty() || filters.brands().contains(product.brand()))
            .filter(product ->
                filters.maxPrice() == null || product.price().amount() <= filters.maxPrice())
            .toList();
    int from = cursor == null ? 0 : Integer.parseInt(cursor);
    int to = Math.min(from + 20, found.size());
    return CompletableFuture.completedFuture(
        new ProductPage(
            found.subList(from, to),
            to < found.size() ? Integer.toString(to) : null,
            new ProductPage.Facets(
                counts(texts.stream().map(Product::category).toList()),
                counts(kinds.stream().map(product -> "" + product.brand()).toList()),
                new Money(1200, "EUR"),
                new Money(9900, "EUR"),
                found.size(),
                found.size(),
                List.of(
                    new ProductPage.OptionCounts(
                        "Glaze",
                        List.of(
                            new ProductPage.Count("Clay", 36),
                            new ProductPage.Count("Ink", 36),
                            new ProductPage.Count("Moss", 24))),
                    new ProductPage.OptionCounts(
                        "Size",
                        List.of(
                            new ProductPage.Count("Small", 36),
                            new ProductPage.Count("Medium", 36),
                            new ProductPage.Count("Large", 24)))),
                List.of(
                    new ProductPage.Count("4", 20),
                    new ProductPage.Count("3", 41),
                    new ProductPage.Count("2", 41),
                    new ProductPage.Count("1", 41)),
                IntStream.rangeClosed(1, 10)
                    .mapToObj(step ->
                        new ProductPage.Step(
                            new Money(1200 + step * 870L, "EUR"), 3 + step * 5 % 7))
                    .toList())));
  }

  private static boolean matches(Product product, String text) {
    return product.title().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private static List<ProductPage.Count> counts(List<String> values) {
    return values.stream()
        .distinct()
        .map(value ->
            new ProductPage.Count(value, (int) values.stream().filter(value::equals).count()))
        .toList();
  }

  @Override
  public CompletableFuture<List<Product>> similar(String productId) {
    return CompletableFuture.completedFuture(products.subList(8, 20));
  }

  @Override
  public CompletableFuture<List<Product>> together(String productId) {
    return CompletableFuture.completedFuture(products.subList(20, 26));
  }

  @Override
  public dev.windowshop.client.store.Interests interests() {
    return interests;
  }

  public SampleInterests sampleInterests() {
    return interests;
  }

  @Override
  public void viewed(String productId, Duration dwell) {}

  @Override
  public Live<CartContents> cart() {
    return cart;
  }

  @Override
  public void add(Product product, Product.Variant variant, int quantity) {
    change(lines ->
        lines.add(new CartLine(product, variant, quantity, THEN.plusSeconds(lines.size()))));
  }

  /// A line as it is given: for what changed since it was put there.
  public void put(CartLine line) {
    change(lines -> lines.add(line));
  }

  @Override
  public void setQuantity(String variantId, int quantity) {
    change(lines ->
        lines.replaceAll(line ->
            line.variant().id().equals(variantId)
                ? new CartLine(
                    line.product(), line.variant(), quantity, line.addedAt(), line.agreed())
                : line));
  }

  @Override
  public CartLine remove(String variantId) {
    CartContents now = contents();
    CartLine removed =
        java.util.stream.Stream.concat(now.lines().stream(), now.saved().stream())
            .filter(line -> line.variant().id().equals(variantId))
            .findFirst()
            .orElseThrow();
    cart.set(
        new CartContents(
            now.lines().stream().filter(line -> line != removed).toList(),
            now.saved().stream().filter(line -> line != removed).toList()));
    return removed;
  }

  @Override
  public void restore(CartLine line) {
    change(lines -> {
      lines.add(line);
      lines.sort(Comparator.comparing(CartLine::addedAt));
    });
  }

  @Override
  public void saveForLater(String variantId) {
    CartLine line = remove(variantId);
    List<CartLine> saved = new ArrayList<>(contents().saved());
    saved.addFirst(line);
    cart.set(new CartContents(contents().lines(), saved));
  }

  @Override
  public void moveToCart(String variantId) {
    restore(remove(variantId));
  }

  @Override
  public void settle() {
    cart.set(contents().settled());
  }

  @Override
  public void refresh() {}

  private CartContents contents() {
    CartContents now = cart.value();
    return now == null ? CartContents.EMPTY : now;
  }

  private void change(java.util.function.Consumer<List<CartLine>> change) {
    List<CartLine> lines = new ArrayList<>(contents().lines());
    change.accept(lines);
    cart.set(new CartContents(lines, contents().saved()));
  }
}

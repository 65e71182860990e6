package dev.windowshop.relay.demo;

import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Review;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.demo.picture.PictureSpec;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Makes the listings out of the texts. Confined to one thread.
final class DemoProducts {
  private static final String CURRENCY = "EUR";
  private final Instant now;
  private final List<Shop> shops;
  private final DemoDescriptions descriptions = new DemoDescriptions();
  private final DemoReviews reviews;
  private int number;
  private int variantNumber;

  DemoProducts(Instant now, List<Shop> shops) {
    this.now = now;
    this.shops = shops;
    this.reviews = new DemoReviews(now);
  }

  List<DemoListing> create(List<DemoTexts.Range> ranges) {
    var listings = new ArrayList<DemoListing>();
    for (DemoTexts.Range range : ranges) {
      for (int i = 0; i < range.models().size(); i++) {
        listings.add(listing(range, range.models().get(i), i));
        number++;
      }
    }
    return listings;
  }

  private DemoListing listing(DemoTexts.Range range, DemoTexts.Model model, int place) {
    String handle = handle(model.title());
    long seed = DemoIds.seed(handle);
    var random = new SplittableRandom(seed);
    String id = DemoIds.at("product", number);
    Shop shop = DemoShops.shop(shops, range.shop());
    boolean colored = model.colors().size() > 1;
    List<Product.Variant> variants = variants(range, model, random);
    Instant created = createdAt(random);
    List<Review> written = reviews.of(id, handle, range, created);
    String color = DemoColors.main(model.colors().getFirst());
    var product =
        new Product(
            id,
            handle,
            model.title(),
            descriptions.of(range, model, place, number),
            shop,
            DemoShops.categoryId(range.category()),
            DemoShops.categoryName(range.category()),
            descriptions.brand(range),
            lowest(variants),
            model.before() > 0 ? money(model.before()) : null,
            DemoReviews.rating(written),
            written.size(),
            0,
            features(range, model),
            tags(range, model),
            variants.stream().mapToInt(Product.Variant::stock).sum(),
            List.of(),
            options(range, model, colored),
            variants,
            color,
            created,
            created.plus(Duration.ofHours(random.nextInt(1, 30))));
    return new DemoListing(product, pictures(range, model, seed), written);
  }

  private Instant createdAt(SplittableRandom random) {
    int days = random.nextInt(8) == 0 ? random.nextInt(1, 13) : random.nextInt(14, 420);
    return now.minus(Duration.ofDays(days)).minus(Duration.ofMinutes(random.nextInt(1440)));
  }

  private List<Product.Variant> variants(
      DemoTexts.Range range, DemoTexts.Model model, SplittableRandom random) {
    var variants = new ArrayList<Product.Variant>();
    List<String> sizes = sizes(range);
    boolean colored = model.colors().size() > 1;
    boolean gone = random.nextInt(45) == 0;
    int step = sizeStep(range);
    for (String color : model.colors()) {
      for (int i = 0; i < Math.max(1, sizes.size()); i++) {
        Map<String, String> options = new LinkedHashMap<>();
        var sku = new StringBuilder(sku(range.shop()));
        if (colored) {
          options.put("Colour", capital(color));
          sku.append('-').append(color.substring(0, 3).toUpperCase(Locale.ROOT));
        }
        if (!sizes.isEmpty()) {
          options.put(sizeName(range), sizes.get(i));
          sku.append('-').append(i + 1);
        }
        variants.add(
            new Product.Variant(
                DemoIds.at("variant", variantNumber++),
                sku.toString(),
                Collections.unmodifiableMap(options),
                money(stepped(model.cents(), step, i)),
                model.before() > 0 ? money(stepped(model.before(), step, i)) : null,
                gone ? 0 : stock(random, model.colors().size() * Math.max(1, sizes.size()))));
      }
    }
    return List.copyOf(variants);
  }

  private static int stock(SplittableRandom random, int variants) {
    int roll = random.nextInt(100);
    if (roll < (variants > 1 ? 10 : 3)) {
      return 0;
    }
    if (roll < 24) {
      return random.nextInt(1, 4);
    }
    return random.nextInt(4, variants > 3 ? 22 : 48);
  }

  private static long stepped(int cents, int percent, int steps) {
    long exact = Math.round(cents * (1 + percent / 100.0 * steps));
    return steps == 0 || percent == 0 ? cents : (exact + 99) / 100 * 100;
  }

  private static List<Product.Option> options(
      DemoTexts.Range range, DemoTexts.Model model, boolean colored) {
    var options = new ArrayList<Product.Option>();
    if (colored) {
      options.add(
          new Product.Option(
              "Colour", model.colors().stream().map(DemoProducts::capital).toList()));
    }
    if (!range.sizes().isEmpty()) {
      options.add(new Product.Option(sizeName(range), sizes(range)));
    }
    return List.copyOf(options);
  }

  /// `Size+25` is an option named Size whose every further value costs 25 % more.
  private static String sizeName(DemoTexts.Range range) {
    return range.sizes().getFirst().split("\\+", -1)[0];
  }

  private static int sizeStep(DemoTexts.Range range) {
    if (range.sizes().isEmpty()) {
      return 0;
    }
    String[] parts = range.sizes().getFirst().split("\\+", -1);
    return parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
  }

  private static List<String> sizes(DemoTexts.Range range) {
    return range.sizes().isEmpty() ? List.of() : range.sizes().subList(1, range.sizes().size());
  }

  private List<PictureSpec> pictures(DemoTexts.Range range, DemoTexts.Model model, long seed) {
    var pictures = new ArrayList<PictureSpec>();
    for (String name : model.colors()) {
      var spec =
          new PictureSpec(
              range.kind(),
              model.shape(),
              DemoColors.main(name),
              DemoColors.accent(name),
              seed & 0xFFFFFFFFFFFFL,
              0);
      pictures.add(spec);
      if (pictures.size() == 1) {
        pictures.add(spec.withView(1));
        pictures.add(spec.withView(2));
      }
    }
    return List.copyOf(pictures);
  }

  private static List<String> features(DemoTexts.Range range, DemoTexts.Model model) {
    var features = new ArrayList<String>();
    features.add("kind:" + range.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    features.add("material:" + slug(model.material()));
    for (String style : model.style().split(" ", -1)) {
      features.add("style:" + style);
    }
    model.colors().forEach(color -> features.add("colour:" + color));
    return List.copyOf(features);
  }

  private static List<String> tags(DemoTexts.Range range, DemoTexts.Model model) {
    SequencedSet<String> tags = new LinkedHashSet<>(range.tags());
    tags.add(model.material());
    tags.addAll(List.of(model.style().split(" ", -1)));
    return List.copyOf(tags);
  }

  private String sku(String shop) {
    return shop.substring(0, 3).toUpperCase(Locale.ROOT) + '-' + (1001 + number * 7);
  }

  private static Money lowest(List<Product.Variant> variants) {
    long least = variants.stream().mapToLong(v -> v.price().amount()).min().orElseThrow();
    return money(least);
  }

  private static Money money(long cents) {
    return new Money(cents, CURRENCY);
  }

  static String handle(String title) {
    return slug(title);
  }

  private static String slug(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    var slug = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        slug.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK
          && !slug.isEmpty()
          && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    int end = slug.length();
    return end > 0 && slug.charAt(end - 1) == '-' ? slug.substring(0, end - 1) : slug.toString();
  }

  static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /// A copy with this popularity.
  static Product popular(Product p, double popularity) {
    @Nullable String color = p.color();
    return new Product(
        p.id(),
        p.handle(),
        p.title(),
        p.description(),
        p.shop(),
        p.categoryId(),
        p.category(),
        p.brand(),
        p.price(),
        p.compareAtPrice(),
        p.rating(),
        p.ratingCount(),
        popularity,
        p.features(),
        p.tags(),
        p.stock(),
        p.media(),
        p.options(),
        p.variants(),
        color,
        p.createdAt(),
        p.updatedAt());
  }
}

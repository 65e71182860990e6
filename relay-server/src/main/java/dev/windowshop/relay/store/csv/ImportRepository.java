package dev.windowshop.relay.store.csv;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.demo.picture.PictureSpec;
import dev.windowshop.relay.demo.picture.Pictures;
import dev.windowshop.relay.store.CatalogueWriter;
import dev.windowshop.relay.store.CategoryRepository;
import dev.windowshop.relay.store.FetchedPictures;
import dev.windowshop.relay.store.Picture;
import dev.windowshop.relay.store.Slug;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Imported products in SQL. Stateless; everything runs inside the caller's unit of work.
final class ImportRepository {
  private static final TypeReference<LinkedHashMap<String, String>> VALUES =
      new TypeReference<>() {};

  private final CatalogueWriter writer = new CatalogueWriter();
  private final CategoryRepository categories = new CategoryRepository();
  private final String currency;

  ImportRepository(String currency) {
    this.currency = currency;
  }

  enum Outcome {
    NEW,
    CHANGED,
    UNCHANGED,
    /// Was on sale, and is not any more.
    HIDDEN,
    /// Not published, and was not here: only its seller sees it.
    NEW_OFF_SALE
  }

  private record Known(
      String id,
      @Nullable String hash,
      @Nullable String offAs,
      Map<String, String> attributes,
      Instant createdAt) {}

  /// A picture that is still to be fetched.
  record Wanted(String productId, int position, String url) {}

  Outcome write(Handle handle, Shop shop, ParsedProduct parsed, Instant now) {
    Known known = known(handle, shop.id(), parsed.handle());
    String hash = hash(parsed.fingerprint());
    if (known != null
        && hash.equals(known.hash())
        && Objects.equals(known.offAs(), parsed.offAs())) {
      return Outcome.UNCHANGED;
    }
    PictureSpec drawing =
        Pictures.placeholderSpec(parsed.title(), parsed.category(), Pictures.seed(parsed.handle()));
    String id = known == null ? Ids.newId() : known.id();
    Product product =
        product(
            id,
            shop,
            parsed,
            categories.named(handle, parsed.category()),
            drawing.color(),
            known == null ? Map.of() : variantIds(handle, id),
            known == null ? now : known.createdAt(),
            now,
            attributes(known, parsed),
            known == null ? drawn(drawing, parsed.title()) : List.of());
    if (known == null) {
      // Nothing is there that would have to be looked at first.
      writer.insert(handle, List.of(product));
      insertSources(handle, id, parsed.images(), Map.of());
    } else {
      writer.replace(handle, product);
      replaceSources(handle, id, parsed.images());
      showPictures(handle, id);
    }
    handle
        .createUpdate(
            """
            UPDATE products SET source_hash = :hash, hidden = :hidden,
              off_as = coalesce(:off, off_as)
            WHERE id = :id
            """)
        .bind("hash", hash)
        .bind("hidden", parsed.offAs() == null ? 0 : 1)
        .bind("off", parsed.offAs())
        .bind("id", id)
        .execute();
    if (known == null) {
      return parsed.offAs() == null ? Outcome.NEW : Outcome.NEW_OFF_SALE;
    }
    return parsed.offAs() != null && known.offAs() == null ? Outcome.HIDDEN : Outcome.CHANGED;
  }

  /// A file that does not speak of attributes leaves those that are there.
  private static Map<String, String> attributes(@Nullable Known known, ParsedProduct parsed) {
    Map<String, String> given = parsed.attributes();
    if (given != null) {
      return given;
    }
    return known == null ? Map.of() : known.attributes();
  }

  private static @Nullable Known known(Handle handle, String shopId, String productHandle) {
    return handle
        .createQuery(
            """
            SELECT id, source_hash, hidden, off_as, attributes, created_at FROM products
            WHERE shop_id = :shop AND handle = :handle
            """)
        .bind("shop", shopId)
        .bind("handle", productHandle)
        .map((rs, context) ->
            new Known(
                rs.getString(1),
                rs.getString(2),
                rs.getInt(3) == 0 ? null : rs.getString(4),
                Json.decode(rs.getString(5), VALUES),
                Instant.ofEpochMilli(rs.getLong(6))))
        .findOne()
        .orElse(null);
  }

  /// By their options, so that a variant keeps its id from import to import.
  private static Map<String, String> variantIds(Handle handle, String productId) {
    Map<String, String> ids = new HashMap<>();
    handle
        .createQuery("SELECT id, options FROM variants WHERE product_id = :id")
        .bind("id", productId)
        .map((rs, context) -> ids.put(rs.getString(2), rs.getString(1)))
        .list();
    return ids;
  }

  private Product product(
      String id,
      Shop shop,
      ParsedProduct parsed,
      String categoryId,
      String color,
      Map<String, String> variantIds,
      Instant createdAt,
      Instant now,
      Map<String, String> attributes,
      List<Product.Media> media) {
    List<Product.Variant> variants = new ArrayList<>();
    for (ParsedProduct.Variant variant : parsed.variants()) {
      String known = variantIds.get(Json.encode(variant.options()));
      Long compareAt = variant.compareAt();
      variants.add(
          new Product.Variant(
              known == null ? Ids.newId() : known,
              variant.sku(),
              variant.options(),
              new Money(variant.price(), currency),
              compareAt == null ? null : new Money(compareAt, currency),
              variant.stock()));
    }
    return new Product(
        id,
        parsed.handle(),
        parsed.title(),
        parsed.description(),
        shop,
        categoryId,
        parsed.category(),
        parsed.brand(),
        variants.getFirst().price(),
        null,
        null,
        0,
        0,
        features(parsed),
        parsed.tags(),
        0,
        media,
        parsed.options(),
        variants,
        color,
        createdAt,
        now,
        attributes);
  }

  private static List<String> features(ParsedProduct parsed) {
    List<String> features = new ArrayList<>();
    parsed.tags().stream()
        .limit(8)
        .forEach(tag -> features.add("tag:" + tag.toLowerCase(Locale.ROOT)));
    for (Product.Option option : parsed.options()) {
      String name = option.name().toLowerCase(Locale.ROOT);
      if (name.equals("color") || name.equals("colour") || name.equals("material")) {
        String key = name.startsWith("col") ? "colour:" : "material:";
        option.values().stream()
            .limit(8)
            .forEach(value -> features.add(key + value.toLowerCase(Locale.ROOT)));
      }
    }
    return features;
  }

  static String slug(String name) {
    return Slug.of(name);
  }

  /// A picture that was fetched stays with its address.
  private static void replaceSources(
      Handle handle, String productId, List<ParsedProduct.Image> images) {
    Map<String, String> fetched = new TreeMap<>();
    handle
        .createQuery(
            "SELECT url, fetched FROM image_sources WHERE product_id = :id AND fetched IS NOT NULL")
        .bind("id", productId)
        .map((rs, context) -> fetched.put(rs.getString(1), rs.getString(2)))
        .list();
    handle
        .createUpdate("DELETE FROM image_sources WHERE product_id = :id")
        .bind("id", productId)
        .execute();
    insertSources(handle, productId, images, fetched);
  }

  private static void insertSources(
      Handle handle,
      String productId,
      List<ParsedProduct.Image> images,
      Map<String, String> fetched) {
    for (int i = 0; i < images.size(); i++) {
      handle
          .createUpdate(
              """
              INSERT INTO image_sources (product_id, position, url, alt, fetched)
              VALUES (:id, :position, :url, :alt, :fetched)
              """)
          .bind("id", productId)
          .bind("position", i)
          .bind("url", images.get(i).url())
          .bind("alt", images.get(i).alt())
          .bind("fetched", fetched.get(images.get(i).url()))
          .execute();
    }
  }

  /// The pictures that were fetched, or a few drawn ones.
  private void showPictures(Handle handle, String productId) {
    List<Product.Media> media =
        handle
            .createQuery(
                """
                SELECT s.fetched, coalesce(s.alt, p.title) FROM image_sources s
                JOIN products p ON p.id = s.product_id
                WHERE s.product_id = :id AND s.fetched IS NOT NULL ORDER BY s.position
                """)
            .bind("id", productId)
            .map((rs, context) -> media(rs.getString(1), rs.getString(2)))
            .list();
    writer.replaceMedia(handle, productId, media.isEmpty() ? drawn(handle, productId) : media);
  }

  private static Product.Media media(String hash, String alt) {
    return new Product.Media(
        FetchedPictures.path(hash, Picture.FULL), FetchedPictures.path(hash, Picture.THUMB), alt);
  }

  private static List<Product.Media> drawn(Handle handle, String productId) {
    return handle
        .createQuery(
            """
            SELECT p.title, c.name, p.handle FROM products p
            JOIN categories c ON c.id = p.category_id WHERE p.id = :id
            """)
        .bind("id", productId)
        .map((rs, context) -> {
          String title = rs.getString(1);
          return drawn(
              Pictures.placeholderSpec(title, rs.getString(2), Pictures.seed(rs.getString(3))),
              title);
        })
        .one();
  }

  private static List<Product.Media> drawn(PictureSpec spec, String title) {
    return List.of(
        Picture.product(spec, title),
        Picture.product(spec.withView(1), title),
        Picture.product(spec.withView(2), title));
  }

  /// Those of a shop's products, in no more than so many at a time.
  List<Wanted> wanted(Handle handle, String shopId, String afterProduct, int products) {
    return handle
        .createQuery(
            """
            SELECT s.product_id, s.position, s.url FROM image_sources s
            WHERE s.fetched IS NULL AND s.product_id IN
              (SELECT p.id FROM products p WHERE p.shop_id = :shop AND p.id > :after
                 AND EXISTS (SELECT 1 FROM image_sources i
                             WHERE i.product_id = p.id AND i.fetched IS NULL)
               ORDER BY p.id LIMIT :products)
            ORDER BY s.product_id, s.position
            """)
        .bind("shop", shopId)
        .bind("after", afterProduct)
        .bind("products", products)
        .map((rs, context) -> new Wanted(rs.getString(1), rs.getInt(2), rs.getString(3)))
        .list();
  }

  /// @param hashes by the addresses that they were fetched from
  void fetched(Handle handle, String productId, Map<String, String> hashes) {
    hashes.forEach((url, hash) ->
        handle
            .createUpdate(
                "UPDATE image_sources SET fetched = :hash WHERE product_id = :id AND url = :url")
            .bind("hash", hash)
            .bind("id", productId)
            .bind("url", url)
            .execute());
    showPictures(handle, productId);
  }

  void announce(Handle handle) {
    writer.announce(handle);
  }

  void announce(Handle handle, String productId) {
    writer.announce(handle, List.of(productId));
  }

  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

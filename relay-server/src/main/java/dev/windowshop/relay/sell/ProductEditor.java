package dev.windowshop.relay.sell;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Money;
import dev.windowshop.protocol.Price;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.protocol.SellerProduct.Difference;
import dev.windowshop.protocol.SellerProduct.MediaEdit;
import dev.windowshop.protocol.SellerProduct.VariantEdit;
import dev.windowshop.protocol.Shop;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.demo.picture.PictureSpec;
import dev.windowshop.relay.demo.picture.Pictures;
import dev.windowshop.relay.store.CatalogueService;
import dev.windowshop.relay.store.CatalogueWriter;
import dev.windowshop.relay.store.CategoryName;
import dev.windowshop.relay.store.CategoryRepository;
import dev.windowshop.relay.store.Picture;
import dev.windowshop.relay.store.ProductRepository;
import dev.windowshop.relay.store.Slug;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Makes products and changes them, as their seller says. Thread-safe; blocks its caller.
final class ProductEditor {
  private final Database database;
  private final ShopRepository shops;
  private final ProductRepository products;
  private final SellerProductRepository rows;
  private final ShopPictures pictures;
  private final CatalogueService catalogue;
  private final CategoryRepository categories = new CategoryRepository();
  private final CatalogueWriter writer = new CatalogueWriter();
  private final String currency;
  private final Clock clock;

  ProductEditor(
      Database database,
      ShopRepository shops,
      ProductRepository products,
      SellerProductRepository rows,
      ShopPictures pictures,
      CatalogueService catalogue,
      String currency,
      Clock clock) {
    this.database = database;
    this.shops = shops;
    this.products = products;
    this.rows = rows;
    this.pictures = pictures;
    this.catalogue = catalogue;
    this.currency = currency;
    this.clock = clock;
  }

  /// @throws ProblemException 403 for somebody without a shop
  SellerProduct create(String userId, SellerProduct.Edit edit) {
    ProductForm form = ProductForm.of(edit, currency);
    Map<String, Product.Media> uploaded = uploaded(userId, form.media());
    SellerProduct made =
        database.write(handle -> {
          Instant now = clock.instant();
          Shop shop =
              shops
                  .idOfOwner(handle, userId)
                  .flatMap(id -> products.shop(handle, id))
                  .orElseThrow(() -> ProblemException.forbidden("Open a shop first."));
          String id = Ids.newId();
          Product product =
              product(
                  handle, id, shop, handleOf(handle, shop.id(), null, form), form, null, uploaded);
          writer.insert(handle, List.of(product));
          keep(handle, product, form, now);
          return rows.find(handle, id, now).orElseThrow();
        });
    catalogue.refresh();
    return made;
  }

  /// @param whole whether the edit says everything, or leaves what it does not name
  /// @throws ProblemException 409 `edit-conflict` when somebody else saved since the version that
  ///   the edit began from
  SellerProduct edit(
      String userId, String id, SellerProduct.Edit edit, @Nullable Long version, boolean whole) {
    if (version == null) {
      throw ProblemException.invalid("version", "must be the one that the edit began from");
    }
    SellerProduct before = database.read(handle -> own(handle, userId, id));
    // What is wrong with it by itself is said before anything is made of its pictures.
    ProductForm first = ProductForm.of(whole ? edit : merged(before, edit), currency);
    Map<String, Product.Media> uploaded = uploaded(userId, first.media());
    SellerProduct changed =
        database.write(handle -> {
          rows.lock(handle, id);
          Instant now = clock.instant();
          SellerProduct there = own(handle, userId, id);
          ProductForm form = ProductForm.of(whole ? edit : merged(there, edit), currency);
          Shop shop = there.product().shop();
          Product product =
              product(
                  handle,
                  id,
                  shop,
                  handleOf(handle, shop.id(), there.product(), form),
                  form,
                  there.product(),
                  uploaded);
          if (there.version() != version) {
            throw Conflicts.of(
                version, there.version(), differences(there, product, form.status()));
          }
          writer.replace(handle, product);
          rows.setHandle(handle, id, product.handle());
          if (!product.media().equals(there.product().media())) {
            writer.replaceMedia(handle, id, product.media());
          }
          rows.editedByHand(handle, id, !product.media().equals(there.product().media()));
          keep(handle, product, form, now);
          return rows.find(handle, id, now).orElseThrow();
        });
    catalogue.refresh();
    return changed;
  }

  /// Gone for its seller as well; what was bought of it, and who saved it, still names it.
  void delete(String userId, String id) {
    database.write(handle -> {
      rows.lock(handle, id);
      own(handle, userId, id);
      rows.setStatus(handle, id, "deleted");
      // Another product may take its handle.
      rows.setHandle(handle, id, "~" + id);
      rows.editedByHand(handle, id, false);
      writer.announce(handle, List.of(id));
      return true;
    });
    catalogue.refresh();
  }

  private void keep(Handle handle, Product product, ProductForm form, Instant now) {
    rows.setStatus(
        handle,
        product.id(),
        form.status() == SellerProduct.Status.PUBLISHED
            ? null
            : form.status().name().toLowerCase(Locale.ROOT));
    writer.announce(handle, List.of(product.id(), CatalogueWriter.SHOPS));
  }

  SellerProduct own(Handle handle, String userId, String id) {
    return rows.find(handle, id, clock.instant())
        .filter(found -> found.product().shop().ownerId().equals(userId))
        .orElseThrow(() -> ProblemException.notFound("product"));
  }

  private Map<String, Product.Media> uploaded(String userId, List<MediaEdit> media) {
    Map<String, Product.Media> made = new LinkedHashMap<>();
    for (int i = 0; i < media.size(); i++) {
      String id = media.get(i).attachmentId();
      if (id != null && !made.containsKey(id)) {
        made.put(id, pictures.take("media[" + i + "].attachmentId", userId, id, null));
      }
    }
    return made;
  }

  private String handleOf(Handle handle, String shopId, @Nullable Product there, ProductForm form) {
    String asked = form.handle();
    if (asked == null && there != null) {
      return there.handle();
    }
    String base = asked == null ? Slug.of(form.title()) : asked;
    for (int i = 1; ; i++) {
      String candidate = i == 1 ? base : base + "-" + i;
      String holder = rows.idOfHandle(handle, shopId, candidate).orElse(null);
      if (holder == null || (there != null && holder.equals(there.id()))) {
        return candidate;
      }
      if (asked != null) {
        throw ProblemException.invalid("handle", "is that of another product of yours");
      }
    }
  }

  private Product product(
      Handle handle,
      String id,
      Shop shop,
      String productHandle,
      ProductForm form,
      @Nullable Product there,
      Map<String, Product.Media> uploaded) {
    Instant now = clock.instant();
    String categoryId =
        categories
            .find(handle, form.category())
            .orElseGet(() -> categories.named(handle, newCategory(form)));
    PictureSpec drawing =
        Pictures.placeholderSpec(form.title(), form.category(), Pictures.seed(productHandle));
    return new Product(
        id,
        productHandle,
        form.title(),
        form.description(),
        shop,
        categoryId,
        form.category(),
        form.brand(),
        new Money(0, currency),
        null,
        null,
        0,
        0,
        features(form),
        form.tags(),
        0,
        media(form, there, uploaded, drawing),
        form.options(),
        variants(form, there),
        there == null || there.color() == null ? drawing.color() : there.color(),
        there == null ? now : there.createdAt(),
        now,
        form.attributes());
  }

  private static String newCategory(ProductForm form) {
    String name = CategoryName.of(form.category());
    return name.isEmpty() ? CategoryName.NONE : name;
  }

  private static List<Product.Media> media(
      ProductForm form,
      @Nullable Product there,
      Map<String, Product.Media> uploaded,
      PictureSpec drawing) {
    List<Product.Media> media = new ArrayList<>();
    for (int i = 0; i < form.media().size(); i++) {
      MediaEdit asked = form.media().get(i);
      Product.Media known =
          asked.attachmentId() != null
              ? uploaded.get(asked.attachmentId())
              : (there == null ? List.<Product.Media>of() : there.media())
                  .stream().filter(one -> one.url().equals(asked.url())).findFirst().orElse(null);
      if (known == null) {
        throw ProblemException.invalid("media[" + i + "]", "is no picture of this product");
      }
      String alt = asked.alt() == null ? known.alt() : asked.alt().strip();
      media.add(new Product.Media(known.url(), known.thumbUrl(), alt));
    }
    return media.isEmpty() ? List.of(Picture.product(drawing, form.title())) : media;
  }

  private List<Product.Variant> variants(ProductForm form, @Nullable Product there) {
    List<Product.Variant> known = there == null ? List.of() : there.variants();
    List<Product.Variant> variants = new ArrayList<>();
    java.util.Set<String> taken = new java.util.HashSet<>();
    form.variants().stream()
        .map(ProductForm.Variant::id)
        .filter(Objects::nonNull)
        .forEach(taken::add);
    for (int i = 0; i < form.variants().size(); i++) {
      ProductForm.Variant asked = form.variants().get(i);
      Product.Variant was = was(known, asked, taken);
      if (asked.id() != null && was == null) {
        throw ProblemException.invalid("variants[" + i + "].id", "is no variant of this product");
      }
      Long compareAt = asked.compareAt();
      variants.add(
          new Product.Variant(
              was == null ? Ids.newId() : was.id(),
              asked.sku(),
              asked.options(),
              new Money(asked.price(), currency),
              compareAt == null ? null : new Money(compareAt, currency),
              stock(asked, was == null ? 0 : was.stock())));
    }
    return variants;
  }

  private static Product.@Nullable Variant was(
      List<Product.Variant> known, ProductForm.Variant asked, java.util.Set<String> taken) {
    return known.stream()
        .filter(one ->
            asked.id() != null
                ? one.id().equals(asked.id())
                : one.options().equals(asked.options()) && !taken.contains(one.id()))
        .findFirst()
        .orElse(null);
  }

  /// What was sold since the editor showed the stock is not brought back.
  private static int stock(ProductForm.Variant asked, int now) {
    Integer stock = asked.stock();
    if (stock == null) {
      return now;
    }
    Integer was = asked.stockWas();
    return was == null ? stock : Math.max(0, now + stock - was);
  }

  private static List<String> features(ProductForm form) {
    List<String> features = new ArrayList<>();
    form.tags().stream().limit(8).forEach(tag -> features.add("tag:" + lower(tag)));
    for (Product.Option option : form.options()) {
      String name = lower(option.name());
      if (name.equals("color") || name.equals("colour") || name.equals("material")) {
        String key = name.startsWith("col") ? "colour:" : "material:";
        option.values().stream().limit(8).forEach(value -> features.add(key + lower(value)));
      }
    }
    return features;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /// The edit as one that says everything, with what is there where it says nothing.
  private static SellerProduct.Edit merged(SellerProduct there, SellerProduct.Edit edit) {
    Product now = there.product();
    return new SellerProduct.Edit(
        edit.handle(),
        or(edit.title(), now.title()),
        or(edit.description(), now.description()),
        or(edit.category(), now.category()),
        edit.brand() == null ? now.brand() : edit.brand(),
        or(edit.tags(), now.tags()),
        or(edit.attributes(), now.attributes()),
        or(edit.options(), now.options()),
        or(edit.variants(), now.variants().stream().map(ProductEditor::edit).toList()),
        or(
            edit.media(),
            now.media().stream().map(m -> new MediaEdit(null, m.url(), m.alt())).toList()),
        or(edit.status(), there.status()),
        null);
  }

  private static VariantEdit edit(Product.Variant variant) {
    Money compareAt = variant.compareAtPrice();
    return new VariantEdit(
        variant.id(),
        variant.sku(),
        variant.options(),
        Price.of(variant.price().amount()),
        compareAt == null || compareAt.amount() <= variant.price().amount()
            ? null
            : Price.of(compareAt.amount()),
        null,
        null);
  }

  private static <T> T or(@Nullable T asked, T there) {
    return asked == null ? there : asked;
  }

  /// A variant as an edit says it; stock is no part of it, since sales are no edits.
  private record VariantFace(
      @Nullable String sku, Map<String, String> options, Money price, @Nullable Money was) {
    static List<VariantFace> of(Product product) {
      return product.variants().stream()
          .map(v -> new VariantFace(v.sku(), v.options(), v.price(), v.compareAtPrice()))
          .toList();
    }
  }

  private static List<Difference> differences(
      SellerProduct theirs, Product yours, SellerProduct.Status status) {
    Map<String, Function<Product, @Nullable Object>> fields = new LinkedHashMap<>();
    fields.put("handle", Product::handle);
    fields.put("title", Product::title);
    fields.put("description", Product::description);
    fields.put("category", Product::categoryId);
    fields.put("brand", Product::brand);
    fields.put("tags", Product::tags);
    fields.put("attributes", Product::attributes);
    fields.put("options", Product::options);
    fields.put("variants", VariantFace::of);
    fields.put("media", Product::media);
    List<Difference> found = new ArrayList<>();
    fields.forEach(
        (field, of) -> difference(field, of.apply(theirs.product()), of.apply(yours), found));
    difference("status", theirs.status(), status, found);
    return found;
  }

  private static void difference(
      String field, @Nullable Object theirs, @Nullable Object yours, List<Difference> found) {
    if (!Objects.equals(theirs, yours)) {
      found.add(
          new Difference(
              field,
              theirs == null ? null : Json.tree(theirs),
              yours == null ? null : Json.tree(yours)));
    }
  }
}

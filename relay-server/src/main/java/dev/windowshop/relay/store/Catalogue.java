package dev.windowshop.relay.store;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import dev.windowshop.search.SearchIndex;
import dev.windowshop.search.SearchText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Everything on sale, as it was at one moment. Immutable to the eye.
public final class Catalogue {
  private final String version;
  private final String currency;
  private final List<Product> products;
  private final Map<String, Product> byId = new HashMap<>();
  private final Map<String, String> productByVariant = new HashMap<>();
  private final Map<String, Category> categories = new LinkedHashMap<>();
  private final Map<String, Shop> shops = new HashMap<>();
  private final Set<String> pictures = new HashSet<>();
  private @Nullable SearchIndex index;

  /// @param products in the order of their ids
  Catalogue(
      String version,
      String currency,
      List<Product> products,
      List<Category> categories,
      List<Shop> shops) {
    this.version = version;
    this.currency = currency;
    this.products = List.copyOf(products);
    Map<String, Integer> counts = new HashMap<>();
    for (Product product : products) {
      byId.put(product.id(), product);
      product.variants().forEach(v -> productByVariant.put(v.id(), product.id()));
      counts.merge(product.categoryId(), 1, Integer::sum);
      for (Product.Media media : product.media()) {
        pictures.add(media.url());
        pictures.add(media.thumbUrl());
      }
    }
    categories.forEach(category -> this.categories.put(category.id(), category));
    categories.forEach(category -> this.categories.put(category.id(), counted(category, counts)));
    for (Category category : categories) {
      if (category.imageUrl() != null) {
        pictures.add(category.imageUrl());
      }
    }
    for (Shop shop : shops) {
      this.shops.put(shop.id(), shop);
      if (shop.avatarUrl() != null) {
        pictures.add(shop.avatarUrl());
      }
    }
  }

  private Category counted(Category category, Map<String, Integer> counts) {
    int count =
        counts.entrySet().stream()
            .filter(entry -> isWithin(entry.getKey(), Set.of(category.id())))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return new Category(
        category.id(),
        category.slug(),
        category.name(),
        category.parentId(),
        count,
        category.imageUrl(),
        category.color());
  }

  /// Whether the category or one above it is among these.
  public boolean isWithin(String categoryId, Set<String> wanted) {
    String id = categoryId;
    for (int depth = 0; id != null && depth < 10; depth++) {
      if (wanted.contains(id)) {
        return true;
      }
      Category category = categories.get(id);
      id = category == null ? null : category.parentId();
    }
    return false;
  }

  /// The ids of these categories and of all below them.
  public Set<String> within(Set<String> wanted) {
    Set<String> ids = new HashSet<>();
    for (String id : categories.keySet()) {
      if (isWithin(id, wanted)) {
        ids.add(id);
      }
    }
    return ids;
  }

  /// The same shop with other figures and words; what is found by words stays found.
  Catalogue rescored(UnaryOperator<Product> change) {
    Catalogue changed =
        new Catalogue(
            version,
            currency,
            products.stream().map(change).toList(),
            List.copyOf(categories.values()),
            List.copyOf(shops.values()));
    synchronized (this) {
      changed.index = index;
    }
    return changed;
  }

  /// The ids of the categories with this id, slug or name.
  public Set<String> categoriesNamed(String text) {
    String folded = SearchText.fold(text);
    Set<String> ids = new HashSet<>();
    for (Category category : categories.values()) {
      if (category.id().equals(text)
          || category.slug().equals(text)
          || SearchText.fold(category.name()).equals(folded)) {
        ids.add(category.id());
      }
    }
    return ids;
  }

  public String version() {
    return version;
  }

  String currency() {
    return currency;
  }

  public List<Product> products() {
    return products;
  }

  public @Nullable Product product(String id) {
    return byId.get(id);
  }

  public @Nullable Product productOfVariant(String variantId) {
    String id = productByVariant.get(variantId);
    return id == null ? null : byId.get(id);
  }

  public List<Category> categories() {
    return List.copyOf(categories.values());
  }

  @Nullable Shop shop(String id) {
    return shops.get(id);
  }

  /// Whether something in it shows the picture at this path.
  boolean shows(String picture) {
    return pictures.contains(picture);
  }

  /// Made when it is first asked for.
  synchronized SearchIndex index() {
    SearchIndex made = index;
    if (made == null) {
      made = new SearchIndex(products);
      index = made;
    }
    return made;
  }
}

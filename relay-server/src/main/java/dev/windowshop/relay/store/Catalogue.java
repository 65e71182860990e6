package dev.windowshop.relay.store;

import dev.windowshop.protocol.Category;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.Shop;
import dev.windowshop.search.ProductWords;
import dev.windowshop.search.SearchText;
import dev.windowshop.search.WordIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Everything on sale, as it was at one moment. Immutable to the eye: what changes shares what did
/// not with the catalogue before it, so that a change costs the same however much there is.
public final class Catalogue {
  /// Numbers left by products that are gone are used up by making everything anew once there are
  /// this many, and more than a quarter.
  private static final int MANY_GONE = 1_000;

  private final String version;
  private final String currency;
  private final Facts facts;
  private final Slots slots;
  private final Places places;
  private final WordIndex words;
  private final int gone;

  /// Products by category, without those of the categories below.
  private final Map<String, Integer> counts;

  private final List<Category> bare;
  private final Map<String, Category> categories = new LinkedHashMap<>();
  private final Map<String, Shop> shops;
  private final Set<String> pictures = new HashSet<>();
  private final FoundPages found = new FoundPages();
  private @Nullable List<Product> products;

  private Catalogue(
      String version,
      String currency,
      Facts facts,
      Slots slots,
      Places places,
      WordIndex words,
      int gone,
      Map<String, Integer> counts,
      List<Category> categories,
      Map<String, Shop> shops) {
    this.version = version;
    this.currency = currency;
    this.facts = facts;
    this.slots = slots;
    this.places = places;
    this.words = words;
    this.gone = gone;
    this.counts = counts;
    this.bare = categories;
    this.shops = shops;
    categories.forEach(category -> this.categories.put(category.id(), category));
    Map<String, Integer> all = withThoseBelow();
    for (Category category : categories) {
      this.categories.put(category.id(), counted(category, all.getOrDefault(category.id(), 0)));
      if (category.imageUrl() != null) {
        pictures.add(category.imageUrl());
      }
    }
    for (Shop shop : shops.values()) {
      if (shop.avatarUrl() != null) {
        pictures.add(shop.avatarUrl());
      }
    }
  }

  static Catalogue of(
      String version,
      String currency,
      List<Product> products,
      List<Category> categories,
      List<Shop> shops) {
    Facts facts = new Facts();
    Places places = new Places();
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < products.size(); i++) {
      places.put(products.get(i), i);
      counts.merge(products.get(i).categoryId(), 1, Integer::sum);
    }
    return new Catalogue(
        version,
        currency,
        facts,
        Slots.of(facts, products),
        places,
        new WordIndex(),
        0,
        counts,
        categories,
        byId(shops));
  }

  private static Map<String, Shop> byId(List<Shop> shops) {
    Map<String, Shop> byId = new HashMap<>();
    shops.forEach(shop -> byId.put(shop.id(), shop));
    return byId;
  }

  private Map<String, Integer> withThoseBelow() {
    Map<String, Integer> all = new HashMap<>();
    counts.forEach((category, count) -> {
      String id = category;
      for (int depth = 0; id != null && depth < 10; depth++) {
        all.merge(id, count, Integer::sum);
        Category one = categories.get(id);
        id = one == null ? null : one.parentId();
      }
    });
    return all;
  }

  private static Category counted(Category category, int count) {
    return new Category(
        category.id(),
        category.slug(),
        category.name(),
        category.parentId(),
        count,
        category.imageUrl(),
        category.color());
  }

  /// With these products as they are now.
  ///
  /// @param changes null for one that is no longer on sale
  /// @param moreCategories null for those that there are, as with the shops
  Catalogue with(
      String newVersion,
      Map<String, @Nullable Product> changes,
      @Nullable List<Category> moreCategories,
      @Nullable List<Shop> moreShops) {
    Map<Integer, @Nullable Product> next = new HashMap<>();
    Map<String, Integer> counted = new HashMap<>(counts);
    int size = slots.size();
    int nowGone = gone;
    for (Map.Entry<String, @Nullable Product> entry : changes.entrySet()) {
      Product now = entry.getValue();
      Product before = product(entry.getKey());
      if (before != null) {
        counted.merge(before.categoryId(), -1, Integer::sum);
      }
      if (now != null) {
        counted.merge(now.categoryId(), 1, Integer::sum);
      }
      int slot = before == null ? -1 : places.of(before.id());
      if (before != null && (now == null || !ProductWords.same(before, now))) {
        // What is found by other words gets another number: the index only ever grows.
        next.put(slot, null);
        nowGone++;
        slot = -1;
      }
      if (now != null) {
        slot = slot < 0 ? size++ : slot;
        next.put(slot, now);
      }
      places.move(before, now, slot);
    }
    List<Category> allCategories = moreCategories == null ? bare : moreCategories;
    Map<String, Shop> allShops = moreShops == null ? shops : byId(moreShops);
    Slots changed = slots.with(next);
    if (nowGone > MANY_GONE && nowGone > changed.size() / 4) {
      return of(newVersion, currency, changed.all(), allCategories, List.copyOf(allShops.values()));
    }
    return new Catalogue(
        newVersion,
        currency,
        facts,
        changed,
        places,
        words,
        nowGone,
        counted,
        allCategories,
        allShops);
  }

  /// The same shop with other figures and words; what is found by words stays found.
  Catalogue rescored(UnaryOperator<Product> change, List<CatalogueService.Change> told) {
    return new Catalogue(
        version,
        currency,
        facts,
        slots.map(change, told::add),
        places,
        words,
        gone,
        counts,
        bare,
        shops);
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

  /// By id. Put together when it is first asked for.
  public synchronized List<Product> products() {
    List<Product> made = products;
    if (made == null) {
      made = new ArrayList<>(slots.all());
      made.sort(Comparator.comparing(Product::id));
      products = made;
    }
    return java.util.Collections.unmodifiableList(made);
  }

  public @Nullable Product product(String id) {
    int slot = places.of(id);
    Product product = slot < 0 ? null : slots.get(slot);
    return product != null && product.id().equals(id) ? product : null;
  }

  public @Nullable Product productOfVariant(String variantId) {
    String id = places.productOfVariant(variantId);
    return id == null ? null : product(id);
  }

  public List<Category> categories() {
    return List.copyOf(categories.values());
  }

  Collection<Shop> shops() {
    return shops.values();
  }

  /// Whether something in it shows the picture at this path.
  boolean shows(String picture) {
    return pictures.contains(picture) || places.shows(picture);
  }

  FoundPages found() {
    return found;
  }

  Facts facts() {
    return facts;
  }

  Slots slots() {
    return slots;
  }

  /// The index of its words, up to date with it. What it holds beyond this catalogue's size is of
  /// later ones.
  WordIndex index() {
    words.cover(
        slots.size(),
        slot -> {
          Product product = slots.get(slot);
          return product == null ? null : into -> ProductWords.describe(product, into);
        });
    return words;
  }
}

package dev.windowshop.relay.interest;

import dev.windowshop.protocol.Product;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.store.Catalogue;
import dev.windowshop.relay.store.CatalogueService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Popularity and features of products: counted by a reader, written a piece at a time so that no
/// other write waits for long, then put on the catalogue in memory. One thread.
final class Scores {
  private static final int AT_ONCE = 2_000;

  private final Database database;
  private final CatalogueService catalogue;
  private final PopularityRepository popularity = new PopularityRepository();

  /// Version of the catalogue whose words are stored.
  private @Nullable String reworded;

  Scores(Database database, CatalogueService catalogue) {
    this.database = database;
    this.catalogue = catalogue;
  }

  /// @return how many products have other ones now
  int renew(Instant now) {
    Map<String, PopularityRepository.Score> before = database.read(popularity::stored);
    Map<String, PopularityRepository.Score> after =
        database.read(handle -> popularity.counted(handle, now));
    Map<String, PopularityRepository.Score> others = new HashMap<>(after);
    others.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
    inPieces(others, popularity::put);
    Set<String> gone = new HashSet<>(before.keySet());
    gone.removeAll(after.keySet());
    database.write(handle -> {
      popularity.remove(handle, gone);
      return true;
    });

    Reworded reworded = reword(catalogue.catalogue());
    Set<String> changed = new HashSet<>(others.keySet());
    changed.addAll(gone);
    changed.addAll(reworded.ids());
    if (!changed.isEmpty()) {
      catalogue.rescore(product ->
          changed.contains(product.id())
              ? changed(product, after.get(product.id()), reworded)
              : product);
    }
    return changed.size();
  }

  /// @param before what was said of them, where something was
  private record Reworded(ItemFeatures words, Set<String> ids, Map<String, List<String>> before) {}

  /// Works the words out where the catalogue has changed; only what differs is kept or written.
  private Reworded reword(Catalogue shown) {
    if (shown.version().equals(reworded)) {
      return new Reworded(new ItemFeatures(List.of()), Set.of(), Map.of());
    }
    ItemFeatures words = new ItemFeatures(shown.products());
    Set<String> same = new HashSet<>();
    Map<String, List<String>> before = new HashMap<>();
    database.read(handle -> {
      popularity.forEachFeatures(
          handle,
          (id, stored) -> {
            Product product = shown.product(id);
            if (product != null && words.of(product).equals(stored)) {
              same.add(product.id());
            } else if (product != null) {
              before.put(product.id(), stored);
            }
          });
      return true;
    });
    Set<String> ids = new HashSet<>();
    Map<String, List<String>> piece = new HashMap<>();
    for (Product product : shown.products()) {
      if (!same.contains(product.id())) {
        ids.add(product.id());
        piece.put(product.id(), words.of(product));
        if (piece.size() == AT_ONCE) {
          write(piece, popularity::putFeatures);
          piece = new HashMap<>();
        }
      }
    }
    write(piece, popularity::putFeatures);
    reworded = shown.version();
    return new Reworded(words, ids, before);
  }

  private <V> void inPieces(Map<String, V> all, BiConsumer<Handle, Map<String, V>> write) {
    Map<String, V> piece = new HashMap<>();
    for (Map.Entry<String, V> entry : all.entrySet()) {
      piece.put(entry.getKey(), entry.getValue());
      if (piece.size() == AT_ONCE) {
        write(piece, write);
        piece = new HashMap<>();
      }
    }
    write(piece, write);
  }

  private <V> void write(Map<String, V> piece, BiConsumer<Handle, Map<String, V>> write) {
    if (!piece.isEmpty()) {
      database.write(handle -> {
        write.accept(handle, piece);
        return true;
      });
    }
  }

  private static Product changed(
      Product product, PopularityRepository.@Nullable Score score, Reworded reworded) {
    List<String> words = new ArrayList<>(product.features());
    if (reworded.ids().contains(product.id())) {
      words.removeAll(reworded.before().getOrDefault(product.id(), List.of()));
      reworded.words().of(product).stream()
          .filter(word -> !words.contains(word))
          .forEach(words::add);
    }
    return product.scored(score == null ? 0 : score.popular(), List.copyOf(words));
  }
}

package dev.windowshop.relay.sell;

import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.SellerProduct;
import dev.windowshop.protocol.SellerProduct.StockLevel;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.store.CatalogueService;
import dev.windowshop.relay.store.CatalogueWriter;
import dev.windowshop.relay.store.StockRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a seller has, lists and counts. Thread-safe; blocks its caller.
final class StockService {
  private static final int MOST = 1_000_000;

  private final Database database;
  private final ShopRepository shops;
  private final SellerProductRepository rows;
  private final ProductEditor editor;
  private final CatalogueService catalogue;
  private final StockRepository stock = new StockRepository();
  private final CatalogueWriter writer = new CatalogueWriter();
  private final Clock clock;

  StockService(
      Database database,
      ShopRepository shops,
      SellerProductRepository rows,
      ProductEditor editor,
      CatalogueService catalogue,
      Clock clock) {
    this.database = database;
    this.shops = shops;
    this.rows = rows;
    this.editor = editor;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /// The newest first; nothing for somebody without a shop.
  List<SellerProduct> list(
      String userId,
      @Nullable String text,
      SellerProduct.@Nullable Status status,
      @Nullable String before,
      int limit) {
    List<String> words = new ArrayList<>();
    if (text != null) {
      for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
        if (!word.isEmpty() && words.size() < 8) {
          words.add(word);
        }
      }
    }
    return database.read(handle ->
        shops
            .idOfOwner(handle, userId)
            .map(shop ->
                rows.load(
                    handle, rows.ids(handle, shop, words, status, before, limit), clock.instant()))
            .orElse(List.of()));
  }

  SellerProduct one(String userId, String id) {
    return database.read(handle -> editor.own(handle, userId, id));
  }

  List<StockLevel> low(
      String userId, int atMost, SellerProductRepository.@Nullable LowPlace after, int limit) {
    return database.read(handle ->
        shops
            .idOfOwner(handle, userId)
            .map(shop -> rows.low(handle, shop, atMost, after, limit, clock.instant()))
            .orElse(List.of()));
  }

  /// What came in, went out or was counted.
  SellerProduct adjust(String userId, String id, SellerProduct.StockEdit edit) {
    if ((edit.delta() == null) == (edit.stock() == null)) {
      throw ProblemException.invalid("delta", "is needed, or stock, and not both");
    }
    String note = edit.note() == null ? null : edit.note().strip();
    if (note != null && note.length() > 500) {
      throw ProblemException.invalid("note", "may have 500 characters at most");
    }
    if (edit.variantId() == null) {
      throw ProblemException.invalid("variantId", "is missing");
    }
    SellerProduct changed =
        database.write(handle -> {
          editor.own(handle, userId, id);
          stock.lock(handle, List.of(edit.variantId()));
          int now =
              rows.stock(handle, id, edit.variantId())
                  .orElseThrow(
                      () -> ProblemException.invalid("variantId", "is no variant of this product"));
          long next = edit.stock() != null ? edit.stock() : (long) now + delta(edit);
          if (next < 0 || next > MOST) {
            throw ProblemException.invalid(
                edit.stock() != null ? "stock" : "delta",
                "would make it " + next + "; it can be 0 to " + MOST);
          }
          Instant at = clock.instant();
          rows.setStock(handle, edit.variantId(), (int) next);
          rows.logStock(
              handle,
              Ids.newId(),
              edit.variantId(),
              userId,
              (int) next - now,
              (int) next,
              note,
              at);
          writer.announce(handle, List.of(id));
          return rows.find(handle, id, at).orElseThrow();
        });
    catalogue.refresh();
    return changed;
  }

  private static int delta(SellerProduct.StockEdit edit) {
    Integer delta = edit.delta();
    return delta == null ? 0 : delta;
  }
}

package dev.windowshop.relay.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The items of a rebuild.
///
/// @param anyGone whether events speak of items that no longer exist
record Catalogue(ItemTable table, Content.Collector content, boolean anyGone) {
  /// Numbers the listed items after those of the events.
  static Catalogue of(ItemSource source, Ids names) {
    List<Item> listed = new ArrayList<>();
    BitSet known = new BitSet();
    source.forEach(item -> {
      listed.add(item);
      known.set(names.add(item.id()));
    });
    ItemTable table = new ItemTable(names.size());
    Content.Collector content = new Content.Collector();
    for (Item item : listed) {
      int number = names.of(item.id());
      if (known.get(number)) {
        // Listed twice: the first counts, as a second would double its features.
        known.clear(number);
        table.set(number, item);
        table.listed.set(number);
        content.add(number, item);
      }
    }
    boolean anyGone = false;
    table.complete = source.complete();
    if (table.complete) {
      for (int number = 0; number < table.size(); number++) {
        if (!table.listed.get(number)) {
          table.setGone(number);
          anyGone = true;
        }
      }
    }
    return new Catalogue(table, content, anyGone);
  }
}

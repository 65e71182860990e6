package dev.windowshop.client.store;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Product;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The products that somebody looks at, one [Live] each, kept no longer than they are looked at.
/// Thread-safe.
final class LiveProducts {
  private final Map<String, Entry> entries = new HashMap<>();
  private final ReferenceQueue<Live<Product>> unused = new ReferenceQueue<>();

  synchronized Live<Product> of(String id) {
    for (Object gone = unused.poll(); gone != null; gone = unused.poll()) {
      if (gone instanceof Entry entry) {
        entries.remove(entry.id, entry);
      }
    }
    Live<Product> known = find(id);
    if (known != null) {
      return known;
    }
    Live<Product> fresh = new Live<>();
    entries.put(id, new Entry(id, fresh, unused));
    return fresh;
  }

  void show(Collection<Product> products) {
    for (Product product : products) {
      Live<Product> live = find(product.id());
      if (live != null && !product.equals(live.value())) {
        live.set(product);
      }
    }
  }

  private synchronized @Nullable Live<Product> find(String id) {
    Entry entry = entries.get(id);
    return entry == null ? null : entry.get();
  }

  private static final class Entry extends WeakReference<Live<Product>> {
    private final String id;

    Entry(String id, Live<Product> live, ReferenceQueue<Live<Product>> queue) {
      super(live, queue);
      this.id = id;
    }
  }
}

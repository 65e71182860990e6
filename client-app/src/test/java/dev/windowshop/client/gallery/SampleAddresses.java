package dev.windowshop.client.gallery;

import dev.windowshop.client.order.AddressBook;
import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.Order;
import dev.windowshop.protocol.SavedAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// An address book in memory.
public final class SampleAddresses implements AddressBook {
  private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");

  public final Live<List<SavedAddress>> all = new Live<>(List.of());

  /// Two of them, in two scripts.
  public void fill() {
    all.set(
        List.of(
            new SavedAddress(
                "a1",
                "Home",
                new Order.Address(
                    "Maya Lindqvist", "Långgatan 3", null, "414 63", "Göteborg", null, "SE", null),
                true,
                THEN,
                THEN),
            new SavedAddress(
                "a2",
                null,
                new Order.Address(
                    "山田 花子", "神宮前 1-2-3", "メゾン 201", "150-0001", "渋谷区", "東京都", "JP", null),
                false,
                THEN,
                THEN)));
  }

  @Override
  public Live<List<SavedAddress>> addresses() {
    return all;
  }

  @Override
  public CompletableFuture<SavedAddress> add(SavedAddress.Edit edit) {
    SavedAddress added = address("a" + System.nanoTime(), edit);
    all.update(now -> {
      List<SavedAddress> next = new ArrayList<>(now);
      next.add(added);
      return next;
    });
    return CompletableFuture.completedFuture(added);
  }

  @Override
  public CompletableFuture<SavedAddress> change(String id, SavedAddress.Edit edit) {
    SavedAddress changed = address(id, edit);
    all.update(now -> now.stream().map(one -> one.id().equals(id) ? changed : one).toList());
    return CompletableFuture.completedFuture(changed);
  }

  private static SavedAddress address(String id, SavedAddress.Edit edit) {
    return new SavedAddress(
        id,
        edit.label(),
        Objects.requireNonNull(edit.address()),
        Boolean.TRUE.equals(edit.standard()),
        THEN,
        THEN);
  }

  @Override
  public CompletableFuture<Void> remove(String id) {
    all.update(now -> now.stream().filter(one -> !one.id().equals(id)).toList());
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void refresh() {}
}

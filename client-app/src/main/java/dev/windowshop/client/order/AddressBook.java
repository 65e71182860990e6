package dev.windowshop.client.order;

import dev.windowshop.client.platform.Live;
import dev.windowshop.protocol.SavedAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Where things go, kept with the account. No method blocks.
public interface AddressBook {
  /// As they are kept on this machine, the one that a checkout begins with first.
  Live<List<SavedAddress>> addresses();

  CompletableFuture<SavedAddress> add(SavedAddress.Edit address);

  CompletableFuture<SavedAddress> change(String id, SavedAddress.Edit address);

  CompletableFuture<Void> remove(String id);

  /// Asks the relay what has changed.
  void refresh();
}

package dev.windowshop.client.order;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.SavedAddress;
import dev.windowshop.protocol.ServerEvent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The address book: the relay's, readable without it. Thread-safe; nothing blocks.
public final class AddressService implements AddressBook {
  private static final Logger LOG = LoggerFactory.getLogger(AddressService.class);
  private static final TypeReference<Page<SavedAddress>> PAGE = new TypeReference<>() {};
  private static final String PATH = "/me/addresses";

  private final AddressStore store;
  private final RelayClient relay;
  private final Workers workers;
  private final Live<List<SavedAddress>> addresses = new Live<>(List.of());
  private volatile @Nullable String userId;

  AddressService(
      AddressStore store,
      RelayClient relay,
      SocketClient socket,
      AccountService account,
      Workers workers) {
    this.store = store;
    this.relay = relay;
    this.workers = workers;
    account.account().observe(now -> workers.io().execute(() -> accountIs(now)));
    socket.onEvent(event -> {
      if (event instanceof ServerEvent.PersonalChanged changed
          && changed.item().kind().equals("addresses")) {
        refresh();
      }
    });
  }

  private void accountIs(Account now) {
    String user = now.userId();
    userId = user;
    addresses.set(user == null ? List.of() : store.load(user));
    refresh();
  }

  @Override
  public Live<List<SavedAddress>> addresses() {
    return addresses;
  }

  @Override
  public void refresh() {
    workers.io().execute(this::fetch);
  }

  private void fetch() {
    String user = userId;
    if (user == null) {
      return;
    }
    try {
      List<SavedAddress> fresh = relay.get(PATH + "?limit=100", PAGE).items();
      store.save(user, fresh);
      if (user.equals(userId)) {
        addresses.set(List.copyOf(fresh));
      }
    } catch (RelayUnreachableException | ProblemException e) {
      LOG.debug("addresses are shown as they were", e);
    }
  }

  @Override
  public CompletableFuture<SavedAddress> add(SavedAddress.Edit address) {
    return CompletableFuture.supplyAsync(
        () -> {
          SavedAddress saved = relay.post(PATH, address, SavedAddress.class);
          fetch();
          return saved;
        },
        workers.io());
  }

  @Override
  public CompletableFuture<SavedAddress> change(String id, SavedAddress.Edit address) {
    return CompletableFuture.supplyAsync(
        () -> {
          SavedAddress saved = relay.put(PATH + "/" + id, address, SavedAddress.class);
          fetch();
          return saved;
        },
        workers.io());
  }

  @Override
  public CompletableFuture<Void> remove(String id) {
    return CompletableFuture.runAsync(
        () -> {
          relay.delete(PATH + "/" + id);
          fetch();
        },
        workers.io());
  }
}

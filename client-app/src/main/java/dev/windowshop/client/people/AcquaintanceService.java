package dev.windowshop.client.people;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Report;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Contacts and blocks as the relay has them, fetched again whenever another device changed them.
/// Thread-safe.
public final class AcquaintanceService implements Acquaintances {
  private static final Logger LOG = LoggerFactory.getLogger(AcquaintanceService.class);
  private static final TypeReference<Page<User>> USERS = new TypeReference<>() {};

  private final RelayClient relay;
  private final SocketClient socket;
  private final AccountService account;
  private final Workers workers;
  private final Live<List<User>> contacts = new Live<>(List.of());
  private final Live<List<User>> blocked = new Live<>(List.of());

  public AcquaintanceService(
      RelayClient relay, SocketClient socket, AccountService account, Workers workers) {
    this.relay = relay;
    this.socket = socket;
    this.account = account;
    this.workers = workers;
    account.account().observe(this::accountIs);
    socket.state().observe(this::connectionIs);
    socket.onEvent(this::took);
  }

  private void accountIs(Account now) {
    if (now.userId() == null) {
      contacts.set(List.of());
      blocked.set(List.of());
    }
  }

  private void connectionIs(ConnectionState state) {
    if (state instanceof ConnectionState.Online) {
      refresh("/me/contacts", contacts);
      refresh("/me/blocks", blocked);
      refreshProfile();
    }
  }

  private void took(ServerEvent event) {
    if (event instanceof ServerEvent.PersonalChanged changed) {
      switch (changed.item().kind()) {
        case "contacts" -> refresh("/me/contacts", contacts);
        case "blocks" -> {
          refresh("/me/blocks", blocked);
          refresh("/me/contacts", contacts);
        }
        case "profile" -> refreshProfile();
        default -> {}
      }
    }
  }

  private void refreshProfile() {
    var unused =
        account
            .refresh()
            .exceptionally(failure -> {
              LOG.info("the own profile was not fetched again: {}", failure.getMessage());
              return null;
            });
  }

  private void refresh(String path, Live<List<User>> into) {
    workers
        .io()
        .execute(() -> {
          try {
            into.set(all(path));
          } catch (ProblemException | RelayUnreachableException e) {
            LOG.info("{} was not fetched: {}", path, e.getMessage());
          }
        });
  }

  private List<User> all(String path) {
    List<User> all = new ArrayList<>();
    String cursor = null;
    do {
      Page<User> page =
          relay.get(path + "?limit=100" + (cursor == null ? "" : "&cursor=" + cursor), USERS);
      all.addAll(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
    return List.copyOf(all);
  }

  @Override
  public Live<List<User>> contacts() {
    return contacts;
  }

  @Override
  public Live<List<User>> blocked() {
    return blocked;
  }

  @Override
  public CompletableFuture<User> person(String userId) {
    return ask(() -> relay.get("/users/" + userId, User.class));
  }

  @Override
  public CompletableFuture<User> named(String username) {
    return ask(() -> relay.get("/users/by-name/" + encoded(username), User.class));
  }

  @Override
  public CompletableFuture<List<User>> find(String text) {
    return ask(() -> relay.get("/users?q=" + encoded(text), USERS).items());
  }

  @Override
  public CompletableFuture<Void> setContact(String userId, boolean contact) {
    return change("/me/contacts/" + userId, contact);
  }

  @Override
  public CompletableFuture<Void> setBlocked(String userId, boolean block) {
    return change("/me/blocks/" + userId, block);
  }

  /// The lists are fetched by the time that this completes.
  private CompletableFuture<Void> change(String path, boolean in) {
    return ask(() -> {
      if (in) {
        relay.put(path, Map.of());
      } else {
        relay.delete(path);
      }
      contacts.set(all("/me/contacts"));
      blocked.set(all("/me/blocks"));
      return null;
    });
  }

  @Override
  public CompletableFuture<Void> choosePresence(PresenceStatus status) {
    CompletableFuture<JsonNode> answer =
        socket.send(Command.SET_PRESENCE, new Command.SetPresence(status));
    return answer.thenCompose(_ -> account.refresh()).thenApply(_ -> null);
  }

  @Override
  public CompletableFuture<Void> report(Report.Filing filing) {
    return ask(() -> {
      relay.post("/reports", filing);
      return null;
    });
  }

  private <T> CompletableFuture<T> ask(java.util.function.Supplier<T> question) {
    return CompletableFuture.supplyAsync(question, workers.io());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

package dev.windowshop.client.call;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayThread;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The latest calls: those of the cache at once, brought up to date by the relay. Thread-safe,
/// nothing blocks the caller; the work is done one after the other by the `call-history` thread.
public final class CallHistory implements AutoCloseable {
  /// What is known of them.
  ///
  /// @param entries newest first
  /// @param trouble why they could not be fetched again, fit to be shown; empty when they were
  public record Known(List<Call.Entry> entries, String trouble) {}

  private static final String LATEST = "/calls?limit=50";

  private final ClientDatabase database;
  private final RelayClient relay;
  private final CallStore store = new CallStore();
  private final RelayThread thread = new RelayThread("call-history");
  private final Live<Known> known = new Live<>();
  private final Subscription observing;

  // Only on the thread.
  private @Nullable String ownId;

  public CallHistory(ClientDatabase database, RelayClient relay, AccountService account) {
    this.database = database;
    this.relay = relay;
    observing = account.account().observe(now -> thread.run(() -> accountIs(now)));
  }

  /// No value until there is an account.
  public Live<Known> known() {
    return known;
  }

  public void refresh() {
    thread.run(this::fetch);
  }

  private void accountIs(Account account) {
    String userId = account.userId();
    if (userId == null || userId.equals(ownId)) {
      ownId = userId;
      return;
    }
    ownId = userId;
    known.set(new Known(database.read(connection -> store.all(connection, userId)), ""));
  }

  private void fetch() {
    String userId = ownId;
    if (userId == null) {
      return;
    }
    try {
      List<Call.Entry> latest = relay.get(LATEST, new TypeReference<Page<Call.Entry>>() {}).items();
      database.executeRelaxed(connection -> store.replace(connection, userId, latest)).join();
      known.set(new Known(latest, ""));
    } catch (ProblemException | RelayUnreachableException e) {
      Known before = known.value();
      String why = e.getMessage() == null ? "" : e.getMessage();
      known.set(new Known(before == null ? List.of() : before.entries(), why));
    }
  }

  @Override
  public void close() {
    observing.close();
    thread.close();
  }
}

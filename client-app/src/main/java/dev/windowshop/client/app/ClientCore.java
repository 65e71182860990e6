package dev.windowshop.client.app;

import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.account.StoredAccount;
import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.cache.Migration;
import dev.windowshop.client.cache.ResponseStore;
import dev.windowshop.client.net.HttpExchange;
import dev.windowshop.client.net.RelayAddress;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.Session;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.net.Tokens;
import dev.windowshop.client.platform.Profile;
import dev.windowshop.client.platform.Settings;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.platform.system.Keychain;
import dev.windowshop.protocol.Me;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What every client stands on, with or without a window: its profile, the relay, the cache, the
/// account. What belongs to one relay (tokens, cache) lies in a folder of that relay's.
public final class ClientCore implements AutoCloseable {
  private final Profile profile;
  private final Workers workers;
  private final Settings settings;
  private final ClientDatabase database;
  private final HttpExchange http;
  private final RelayClient relay;
  private final SocketClient socket;
  private final AccountService account;
  private final Path pictures;
  private final Path own;

  private ClientCore(
      Profile profile,
      Workers workers,
      Settings settings,
      ClientDatabase database,
      HttpExchange http,
      RelayClient relay,
      SocketClient socket,
      AccountService account,
      Path pictures,
      Path own) {
    this.profile = profile;
    this.workers = workers;
    this.settings = settings;
    this.database = database;
    this.http = http;
    this.relay = relay;
    this.socket = socket;
    this.account = account;
    this.pictures = pictures;
    this.own = own;
  }

  /// Opens everything that lies on this machine; the relay is asked from [#start] on.
  ///
  /// @param profile closed with the core
  /// @param migrations of every feature
  /// @param keychain for what proves who we are; nothing waits for it here
  public static ClientCore open(
      Profile profile, RelayAddress address, List<Migration> migrations, Keychain keychain) {
    Workers workers = new Workers();
    Settings settings = new Settings(profile.data().resolve("settings.json"), workers.io());
    Path own = profile.data().resolve("relays").resolve(address.folderName());
    try {
      Files.createDirectories(own);
    } catch (java.io.IOException e) {
      throw new dev.windowshop.client.platform.ProfileException(
          "The folder " + own + " cannot be written.", e);
    }
    StoredAccount stored = new StoredAccount(own.resolve("account.json"), keychain);
    Session session = session(stored, workers);
    List<Migration> all = new ArrayList<>(ResponseStore.migrations());
    all.addAll(migrations);
    ClientDatabase database = ClientDatabase.open(own.resolve("cache.db"), all);
    HttpExchange http = new HttpExchange();
    RelayClient relay =
        new RelayClient(address, session, stored::guestId, new ResponseStore(database), http);
    AccountService account = new AccountService(relay, workers, stored);
    SocketClient socket = new SocketClient(relay, http, workers);
    return new ClientCore(
        profile,
        workers,
        settings,
        database,
        http,
        relay,
        socket,
        account,
        profile.cache().resolve("pictures"),
        own);
  }

  /// Who is signed in is known at once. The keychain that has the key to their tokens may take its
  /// time, or ask its user to be unlocked: beside all that opens, and the first frame.
  private static Session session(StoredAccount stored, Workers workers) {
    Me me = stored.me();
    if (me == null || !stored.closed()) {
      return new Session(stored.tokens());
    }
    Session session = Session.opening(me.id());
    workers
        .io()
        .execute(() -> {
          Tokens tokens = null;
          try {
            tokens = stored.open();
          } finally {
            // Whatever came of it: there are calls that wait.
            if (!Thread.currentThread().isInterrupted()) {
              session.opened(tokens);
            }
          }
        });
    return session;
  }

  /// Begins to talk to the relay; features observe before this.
  public void start() {
    socket.start();
  }

  public Profile profile() {
    return profile;
  }

  public Workers workers() {
    return workers;
  }

  public Settings settings() {
    return settings;
  }

  public ClientDatabase database() {
    return database;
  }

  public RelayClient relay() {
    return relay;
  }

  public SocketClient socket() {
    return socket;
  }

  public AccountService account() {
    return account;
  }

  public Path pictures() {
    return pictures;
  }

  /// The folder of this relay's own: what must last.
  public Path own() {
    return own;
  }

  /// The relay first, so that nothing new comes; then what still works; the files last.
  @Override
  public void close() {
    socket.close();
    workers.close();
    http.close();
    database.close();
    try {
      profile.close();
    } catch (java.io.IOException e) {
      org.slf4j.LoggerFactory.getLogger(ClientCore.class).debug("the profile's lock", e);
    }
  }
}

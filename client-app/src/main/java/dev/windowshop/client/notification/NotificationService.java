package dev.windowshop.client.notification;

import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayThread;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Notification;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bell on this machine: shown from the cache, brought up to date by the relay. Any thread;
/// nothing blocks the caller. What comes and what is told is taken one after the other by the
/// `notification` thread.
public final class NotificationService implements Notifications, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationService.class);
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 3;
  private static final long AGAIN_SECONDS = 5;

  private final ClientDatabase database;
  private final RelayClient relay;
  private final SocketClient socket;
  private final Workers workers;
  private final NotificationStore store = new NotificationStore();
  private final RelayThread thread = new RelayThread("notification");
  private final Live<List<Notification>> all = new Live<>(List.of());
  private final List<Consumer<Notification>> listeners = new CopyOnWriteArrayList<>();
  private final Subscription observing;
  private volatile @Nullable String ownId;

  public NotificationService(
      ClientDatabase database,
      RelayClient relay,
      SocketClient socket,
      AccountService account,
      Workers workers) {
    this.database = database;
    this.relay = relay;
    this.socket = socket;
    this.workers = workers;
    this.observing =
        Subscription.of(
            account.account().observe(now -> thread.run(() -> userChanged(now.userId()))),
            socket
                .state()
                .observe(state -> {
                  if (state instanceof ConnectionState.Online) {
                    thread.run(this::refresh);
                  }
                }),
            socket.onEvent(event -> {
              if (event instanceof ServerEvent.NotificationRaised
                  || event instanceof ServerEvent.NotificationRead
                  || event instanceof ServerEvent.Resync) {
                thread.run(() -> took(event));
              }
            }));
  }

  @Override
  public Live<List<Notification>> all() {
    return all;
  }

  /// Hears of what is raised while one is here. On the `notification` thread.
  public Subscription onRaised(Consumer<Notification> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private boolean online() {
    return socket.state().value() instanceof ConnectionState.Online;
  }

  private void userChanged(@Nullable String userId) {
    ownId = userId;
    show();
    if (online()) {
      refresh();
    }
  }

  private void took(ServerEvent event) {
    String userId = ownId;
    if (userId == null) {
      return;
    }
    if (event instanceof ServerEvent.NotificationRaised raised) {
      database
          .executeRelaxed(connection -> store.put(connection, userId, raised.notification()))
          .join();
      show();
      listeners.forEach(listener -> listener.accept(raised.notification()));
    } else if (event instanceof ServerEvent.NotificationRead read) {
      database
          .execute(connection -> store.read(connection, userId, read.ids(), Instant.now(), false))
          .join();
      show();
    } else {
      refresh();
    }
  }

  private void show() {
    String userId = ownId;
    all.set(
        userId == null
            ? List.of()
            : List.copyOf(database.read(connection -> store.all(connection, userId))));
  }

  /// Tells what is untold, then asks for everything.
  private void refresh() {
    String userId = ownId;
    if (userId == null || !tell(userId)) {
      return;
    }
    List<Notification> fresh = new ArrayList<>();
    String cursor = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      Notification.Listing part =
          relay.get(
              "/notifications?limit=" + PAGE + (cursor == null ? "" : "&cursor=" + cursor),
              Notification.Listing.class);
      fresh.addAll(part.items());
      cursor = part.nextCursor();
      if (cursor == null) {
        break;
      }
    }
    database.executeRelaxed(connection -> store.replace(connection, userId, fresh)).join();
    show();
  }

  /// @return whether the relay knows everything
  private boolean tell(String userId) {
    List<String> ids = database.read(connection -> store.untold(connection, userId, PAGE));
    while (!ids.isEmpty()) {
      try {
        relay.post(
            "/notifications/read",
            new Notification.Read(ids, null, null),
            Notification.Marked.class);
      } catch (RelayUnreachableException e) {
        LOG.debug("told later: {}", e.getMessage());
        return false;
      } catch (ProblemException e) {
        if (e.problem().status() >= 500 || e.problem().status() == 429) {
          workers
              .timer()
              .schedule(() -> thread.run(this::refresh), AGAIN_SECONDS, TimeUnit.SECONDS);
          return false;
        }
        LOG.info("what was read was not taken: {}", e.getMessage());
      }
      List<String> done = ids;
      database.execute(connection -> store.told(connection, userId, done)).join();
      ids = database.read(connection -> store.untold(connection, userId, PAGE));
    }
    return true;
  }

  @Override
  public void read(Collection<String> ids) {
    String userId = ownId;
    if (userId == null || ids.isEmpty()) {
      return;
    }
    List<String> read = List.copyOf(ids);
    thread.run(() -> {
      database
          .execute(connection -> store.read(connection, userId, read, Instant.now(), true))
          .join();
      show();
      if (online()) {
        tell(userId);
      }
    });
  }

  @Override
  public void close() {
    observing.close();
    thread.close();
  }
}

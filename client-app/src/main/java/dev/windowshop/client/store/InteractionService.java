package dev.windowshop.client.store;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the shopper did, kept until the relay has it, with or without a network. Thread-safe.
final class InteractionService {
  private static final Logger LOG = LoggerFactory.getLogger(InteractionService.class);
  private static final int BATCH = 500;
  private static final long GATHER_MILLIS = 1_500;
  private static final long AGAIN_MILLIS = 30_000;

  private final ClientDatabase database;
  private final RelayClient relay;
  private final Workers workers;
  private final AtomicBoolean planned = new AtomicBoolean();
  private final ReentrantLock sending = new ReentrantLock();

  InteractionService(
      ClientDatabase database, RelayClient relay, SocketClient socket, Workers workers) {
    this.database = database;
    this.relay = relay;
    this.workers = workers;
    socket
        .state()
        .observe(state -> {
          if (state.reachable()) {
            workers.io().execute(this::flushNow);
          }
        });
  }

  void record(String productId, Interaction.Type type, @Nullable Duration dwell) {
    Interaction interaction =
        new Interaction(
            Ids.newId(), productId, type, Instant.now(), dwell == null ? null : dwell.toMillis());
    database
        .execute(connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement("INSERT INTO interaction (id, json) VALUES (?, ?)")) {
            insert.setString(1, interaction.id());
            insert.setString(2, Json.encode(interaction));
            insert.executeUpdate();
          }
        })
        .thenRun(() -> plan(GATHER_MILLIS));
  }

  /// Sends what waits, so that the next recommendation knows of it. Blocks; never throws.
  void flushNow() {
    if (!sending.tryLock()) {
      return;
    }
    try {
      List<Interaction> batch = waiting();
      while (!batch.isEmpty()) {
        send(batch);
        delete(batch);
        batch = batch.size() < BATCH ? List.of() : waiting();
      }
    } catch (RelayUnreachableException e) {
      LOG.debug("Interactions wait: {}", e.getMessage());
      plan(AGAIN_MILLIS);
    } catch (RuntimeException e) {
      LOG.warn("Interactions wait", e);
    } finally {
      sending.unlock();
    }
  }

  private void plan(long millis) {
    if (planned.compareAndSet(false, true)) {
      workers
          .timer()
          .schedule(
              () -> {
                planned.set(false);
                workers.io().execute(this::flushNow);
              },
              millis,
              TimeUnit.MILLISECONDS);
    }
  }

  /// A batch that the relay will never take is dropped; one that it may take later stays.
  private void send(List<Interaction> batch) {
    try {
      relay.post("/interactions", batch);
    } catch (ProblemException e) {
      int status = e.problem().status();
      if (status >= 500 || status == 429 || status == 401) {
        throw new RelayUnreachableException("The relay cannot take them now.", e);
      }
      LOG.warn("{} interactions were refused and dropped: {}", batch.size(), e.getMessage());
    }
  }

  private List<Interaction> waiting() {
    return database.read(connection -> {
      try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT json FROM interaction ORDER BY id LIMIT " + BATCH);
          ResultSet rows = query.executeQuery()) {
        List<Interaction> found = new ArrayList<>();
        while (rows.next()) {
          found.add(Json.decode(rows.getString(1), Interaction.class));
        }
        return found;
      }
    });
  }

  private void delete(List<Interaction> sent) {
    database
        .execute(connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM interaction WHERE id = ?")) {
            for (Interaction interaction : sent) {
              delete.setString(1, interaction.id());
              delete.addBatch();
            }
            delete.executeBatch();
          }
        })
        .join();
  }
}

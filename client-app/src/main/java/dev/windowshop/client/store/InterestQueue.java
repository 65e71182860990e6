package dev.windowshop.client.store;

import dev.windowshop.client.cache.ClientDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What the relay is still to be told of somebody's interests, kept over restarts, each account's
/// apart. Thread-safe; reading blocks, writing does not.
final class InterestQueue {
  /// @param number the order in which it is told
  record Waiting(long number, InterestStep step) {}

  private final ClientDatabase database;

  InterestQueue(ClientDatabase database) {
    this.database = database;
  }

  /// @param actor a user's id, or empty for a guest
  CompletableFuture<Boolean> add(String actor, Collection<? extends InterestStep> steps) {
    return database.execute(connection -> insert(connection, actor, steps));
  }

  /// In the place of all that waits to be told of the product, or of anything where it is empty: it
  /// would only be forgotten again.
  ///
  /// @return what waited, once it is in
  CompletableFuture<List<InterestStep>> forget(String actor, InterestStep step) {
    String which = " FROM interest_step WHERE actor = ? AND kind IN ('did', 'take-back')";
    String whose = step.product().isEmpty() ? which : which + " AND product_id = ?";
    return database.write(connection -> {
      List<InterestStep> replaced = new ArrayList<>();
      try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT kind, product_id, body" + whose + " ORDER BY number");
          PreparedStatement delete = connection.prepareStatement("DELETE" + whose)) {
        for (PreparedStatement statement : List.of(query, delete)) {
          statement.setString(1, actor);
          if (!step.product().isEmpty()) {
            statement.setString(2, step.product());
          }
        }
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            replaced.add(InterestStep.of(rows.getString(1), rows.getString(2), rows.getString(3)));
          }
        }
        delete.executeUpdate();
      }
      insert(connection, actor, List.of(step));
      return List.copyOf(replaced);
    });
  }

  /// Takes the last wish to forget a product back, and puts in its place what it replaced.
  ///
  /// @return whether it still waited
  CompletableFuture<Boolean> unforget(
      String actor, InterestStep.Forget step, Collection<InterestStep> replaced) {
    return database.write(connection -> {
      try (PreparedStatement delete =
          connection.prepareStatement(
              """
              DELETE FROM interest_step WHERE number =
                (SELECT max(number) FROM interest_step
                 WHERE actor = ? AND kind = ? AND product_id = ?)
              """)) {
        delete.setString(1, actor);
        delete.setString(2, step.kind());
        delete.setString(3, step.product());
        if (delete.executeUpdate() == 0) {
          return false;
        }
      }
      insert(connection, actor, replaced);
      return true;
    });
  }

  private static void insert(
      Connection connection, String actor, Collection<? extends InterestStep> steps)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO interest_step (actor, kind, product_id, body) VALUES (?, ?, ?, ?)")) {
      for (InterestStep step : steps) {
        insert.setString(1, actor);
        insert.setString(2, step.kind());
        insert.setString(3, step.product());
        insert.setString(4, step.body());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// Those of the actor, the oldest first, once everything asked for before is in.
  List<Waiting> first(String actor, int most) {
    database.execute(connection -> {}).join();
    return database.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              SELECT number, kind, product_id, body FROM interest_step
              WHERE actor = ? ORDER BY number LIMIT ?
              """)) {
        query.setString(1, actor);
        query.setInt(2, most);
        List<Waiting> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            found.add(
                new Waiting(
                    rows.getLong(1),
                    InterestStep.of(rows.getString(2), rows.getString(3), rows.getString(4))));
          }
        }
        return found;
      }
    });
  }

  CompletableFuture<Boolean> remove(Collection<Waiting> told) {
    return database.execute(connection -> {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM interest_step WHERE number = ?")) {
        for (Waiting waiting : told) {
          delete.setLong(1, waiting.number());
          delete.addBatch();
        }
        delete.executeBatch();
      }
    });
  }

  /// What a guest did here and did not tell yet is the account's from now on.
  CompletableFuture<Boolean> takeOver(String userId) {
    return database.execute(connection -> {
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE interest_step SET actor = ? WHERE actor = ''")) {
        update.setString(1, userId);
        update.executeUpdate();
      }
    });
  }
}

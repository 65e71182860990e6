package dev.windowshop.relay.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Everything that SQLite and PostgreSQL do differently. Stateless, thread-safe.
interface Dialect {
  /// What a failure means for the work that met it.
  enum Fault {
    /// Somebody else was in the way: the same unit may be run again.
    CONTENTION,
    /// Another transaction stored the same key meanwhile: run again, the unit sees it.
    DUPLICATE,
    /// The connection is gone.
    DISCONNECTED,
    /// No room, not writable, out of connections: nothing is stored until somebody helps.
    UNUSABLE,
    /// The unit's own.
    OTHER
  }

  /// Connections for the writer.
  DataSource writing();

  /// Connections whose transactions read from one snapshot.
  DataSource reading();

  /// Folders of migrations, with the newest first.
  List<String> migrations();

  int readers();

  /// How many writers may run beside each other, each with its own lanes.
  int lanes();

  /// Units in one transaction at most.
  int group();

  /// Begins a transaction.
  ///
  /// @param alone no other transaction writes at the same time
  /// @return the transaction's name, to ask for when its commit is in doubt; null where it never is
  @Nullable String begin(Handle handle, boolean alone);

  void commit(Handle handle) throws SQLException;

  void rollback(Handle handle) throws SQLException;

  /// Whether a transaction whose commit was cut off took place.
  boolean committed(Connection connection, String transaction) throws SQLException;

  /// Lets rows come in any order in the transaction that has begun.
  ///
  /// @return what [#resumeForeignKeys] needs
  List<String> suspendForeignKeys(Connection connection) throws SQLException;

  /// Before the commit: from here on every reference leads somewhere again.
  ///
  /// @throws SQLException when one does not
  void resumeForeignKeys(Connection connection, List<String> suspended) throws SQLException;

  /// What is wrong with the database as such, each in one sentence; empty when nothing was found.
  List<String> damage(Connection connection) throws SQLException;

  /// What about the server's settings endangers what was acknowledged or will stop the relay.
  List<String> doubtfulSettings(Connection connection) throws SQLException;

  /// Connections of relays to it other than this, as far as the database knows.
  int relays(Connection connection) throws SQLException;

  /// What one statement said went wrong.
  Fault fault(SQLException failure);

  /// What a failure means, wherever in its causes the database speaks.
  default Fault faultOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        Fault fault = fault(sql);
        if (fault != Fault.OTHER) {
          return fault;
        }
      }
    }
    return Fault.OTHER;
  }
}

package dev.windowshop.relay.db;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the prepared statements of a writer's connection for the next unit: preparing them anew
/// costs as much as running them. Of one connection and its thread.
final class KeptStatements implements StatementBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(KeptStatements.class);

  /// More than the relay has; some are made for lists of different lengths.
  private static final int MOST = 256;

  private final StatementBuilder plain = new DefaultStatementBuilder();

  /// Those in nobody's hands, the longest unused first.
  private final Map<String, PreparedStatement> free = new LinkedHashMap<>();

  private final @Nullable SlowQueries slow;

  /// Those in somebody's hands that may be kept, with their SQL.
  private final Map<Statement, String> lent = new IdentityHashMap<>();

  /// @param slow told how long statements took that do not say so themselves
  KeptStatements(@Nullable SlowQueries slow) {
    this.slow = slow;
  }

  /// For somebody who gives it back, and uses nothing else with the same SQL meanwhile.
  PreparedStatement take(Connection connection, String sql) throws SQLException {
    PreparedStatement kept = free.remove(sql);
    return kept == null ? connection.prepareStatement(sql) : kept;
  }

  void giveBack(String sql, PreparedStatement statement) throws SQLException {
    keep(sql, statement);
  }

  void took(String sql, long nanos) {
    if (slow != null) {
      slow.look(sql, nanos / 1_000_000);
    }
  }

  @Override
  public Statement create(Connection connection, StatementContext context) throws SQLException {
    return plain.create(connection, context);
  }

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    if (context.isReturningGeneratedKeys() || context.isConcurrentUpdatable()) {
      return plain.create(connection, sql, context);
    }
    PreparedStatement kept = free.remove(sql);
    PreparedStatement statement = kept == null ? plain.create(connection, sql, context) : kept;
    lent.put(statement, sql);
    return statement;
  }

  @Override
  public CallableStatement createCall(Connection connection, String sql, StatementContext context)
      throws SQLException {
    return plain.createCall(connection, sql, context);
  }

  @Override
  public void close(Connection connection, @Nullable String sql, Statement statement)
      throws SQLException {
    String own = lent.remove(statement);
    if (own == null || !(statement instanceof PreparedStatement prepared)) {
      statement.close();
      return;
    }
    keep(own, prepared);
  }

  private void keep(String sql, PreparedStatement statement) throws SQLException {
    statement.clearParameters();
    PreparedStatement other = free.put(sql, statement);
    if (other != null) {
      // Two were in use at once; one is enough from here on.
      other.close();
    }
    if (free.size() > MOST) {
      Iterator<PreparedStatement> oldest = free.values().iterator();
      PreparedStatement dropped = oldest.next();
      oldest.remove();
      dropped.close();
    }
  }

  @Override
  public void close(Connection connection) {
    for (PreparedStatement statement : free.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        LOG.debug("a statement did not close well", e);
      }
    }
    free.clear();
  }
}

package dev.windowshop.relay.db;

import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs statements that took long, without the values bound to them, which may be secrets. What is
/// in the caller's MDC, such as a request's id, is there when it logs. Thread-safe.
final class SlowQueries implements SqlLogger {
  private static final Logger LOG = LoggerFactory.getLogger(SlowQueries.class);

  private final long limitMillis;

  SlowQueries(Duration limit) {
    this.limitMillis = limit.toMillis();
  }

  @Override
  public void logAfterExecution(StatementContext context) {
    look(context);
  }

  @Override
  public void logException(StatementContext context, SQLException failure) {
    look(context);
  }

  private void look(StatementContext context) {
    look(context.getRawSql(), context.getElapsedTime(ChronoUnit.MILLIS));
  }

  void look(@Nullable String sql, long millis) {
    if (millis >= limitMillis) {
      LOG.warn(
          "slow query: {} ms: {}", millis, sql == null ? "?" : sql.strip().replaceAll("\\s+", " "));
    }
  }
}

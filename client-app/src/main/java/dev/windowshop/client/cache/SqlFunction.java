package dev.windowshop.client.cache;

import java.sql.SQLException;

/// Work on a database connection.
@FunctionalInterface
public interface SqlFunction<A, R> {
  R apply(A argument) throws SQLException;
}

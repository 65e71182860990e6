package dev.windowshop.client.cache;

import java.sql.SQLException;

/// Work on a database connection that has no result.
@FunctionalInterface
public interface SqlAction<A> {
  void run(A argument) throws SQLException;
}

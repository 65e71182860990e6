package dev.windowshop.client.cache;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A connection that prepares each statement once: one that is closed lies ready for the next time.
/// Preparing costs more than running, most of all where triggers come along.
///
/// As little thread-safe as the connection itself.
final class KeptStatements implements InvocationHandler {
  private static final int MOST = 128;

  private final Connection connection;

  /// By their text, the one longest unused first. Those in use are not in it.
  private final Map<String, PreparedStatement> ready = new LinkedHashMap<>();

  private KeptStatements(Connection connection) {
    this.connection = connection;
  }

  static Connection on(Connection connection) {
    return proxy(Connection.class, new KeptStatements(connection));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    if (method.getName().equals("prepareStatement")
        && given != null
        && given.length == 1
        && given[0] instanceof String sql) {
      PreparedStatement kept = ready.remove(sql);
      PreparedStatement prepared = kept == null ? connection.prepareStatement(sql) : kept;
      return proxy(PreparedStatement.class, new Lent(sql, prepared));
    }
    return call(method, connection, given);
  }

  private void takeBack(String sql, PreparedStatement statement) throws SQLException {
    statement.clearBatch();
    PreparedStatement twin = ready.put(sql, statement);
    if (twin != null) {
      twin.close();
    }
    if (ready.size() > MOST) {
      String longestUnused = ready.keySet().iterator().next();
      PreparedStatement dropped = ready.remove(longestUnused);
      if (dropped != null) {
        dropped.close();
      }
    }
  }

  private final class Lent implements InvocationHandler {
    private final String sql;
    private final PreparedStatement statement;
    private @Nullable ResultSet rows;
    private boolean failed;
    private boolean closed;

    Lent(String sql, PreparedStatement statement) {
      this.sql = sql;
      this.statement = statement;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
        throws Throwable {
      switch (method.getName()) {
        case "close" -> {
          close();
          return null;
        }
        case "isClosed" -> {
          return closed;
        }
        default -> {
          if (closed) {
            throw new SQLException("The statement is closed.");
          }
          try {
            Object result = call(method, statement, given);
            if (result instanceof ResultSet open) {
              rows = open;
            }
            return result;
          } catch (SQLException e) {
            failed = true;
            throw e;
          }
        }
      }
    }

    private void close() throws SQLException {
      if (closed) {
        return;
      }
      closed = true;
      if (rows != null) {
        rows.close();
      }
      if (failed) {
        statement.close();
      } else {
        takeBack(sql, statement);
      }
    }
  }

  private static @Nullable Object call(
      Method method, Object target, @Nullable Object @Nullable [] given) throws Throwable {
    try {
      return method.invoke(target, given);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}

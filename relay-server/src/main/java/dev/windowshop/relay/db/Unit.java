package dev.windowshop.relay.db;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// One unit of work on its way through a group: what it does, what came of it, who waits for it.
/// Belongs to one thread at a time: the caller's, the writer's, the publisher's.
final class Unit<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Unit.class);
  private static final int MOST_ATTEMPTS = 50;

  /// How a run ended, as far as the group is concerned.
  enum Ran {
    /// Well or not: it is over.
    OVER,
    /// Somebody was in the way; nothing of it is left in the transaction.
    AGAIN,
    /// It failed, and nothing is left of the transaction; it has to run again.
    UNDONE,
    /// It is over, and nothing is left of the transaction.
    FAILED
  }

  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final Function<Handle, T> work;
  private final Consumer<T> published;

  /// Of the caller, so that what is logged while it runs names its request.
  private final @Nullable Map<String, String> context = MDC.getCopyOfContextMap();

  private @Nullable T result;
  private @Nullable Throwable failure;
  private int attempts;
  private boolean metDuplicate;

  Unit(Function<Handle, T> work, Consumer<T> published) {
    this.work = work;
    this.published = published;
  }

  CompletableFuture<T> future() {
    return future;
  }

  /// Runs it in a savepoint of the current transaction.
  ///
  /// @throws RuntimeException when the whole transaction is lost
  Ran runIn(Handle handle, Dialect dialect) {
    begin();
    Direct.update(handle, "SAVEPOINT unit");
    try {
      work(handle);
      Direct.update(handle, "RELEASE SAVEPOINT unit");
      return Ran.OVER;
    } catch (RuntimeException | Error e) {
      // An error too: it is that unit's, and the writer has to live on.
      return undo(handle, dialect, e);
    }
  }

  /// Runs it in the current transaction as it is, which ends when it fails.
  ///
  /// @param only whether the transaction is for it alone, so that it can be over when it failed
  /// @throws RuntimeException when the connection is lost
  Ran runBare(Handle handle, Dialect dialect, boolean only) {
    begin();
    try {
      work(handle);
      return Ran.OVER;
    } catch (RuntimeException | Error e) {
      Dialect.Fault fault = dialect.faultOf(e);
      if (fault == Dialect.Fault.DISCONNECTED) {
        throw new LostConnectionException(e);
      }
      try {
        dialect.rollback(handle);
      } catch (SQLException | RuntimeException rollback) {
        // The database has rolled everything back by itself: what it said first is why.
        throw new LostTransactionException(e);
      }
      if (!only) {
        attempts--;
        return Ran.UNDONE;
      }
      return judge(fault, e) == Ran.AGAIN ? Ran.UNDONE : Ran.FAILED;
    }
  }

  private void begin() {
    result = null;
    failure = null;
    attempts++;
  }

  private void work(Handle handle) {
    if (context != null) {
      MDC.setContextMap(context);
    }
    try {
      result = work.apply(handle);
    } finally {
      if (context != null) {
        MDC.clear();
      }
    }
  }

  private Ran undo(Handle handle, Dialect dialect, Throwable e) {
    Dialect.Fault fault = dialect.faultOf(e);
    if (fault == Dialect.Fault.DISCONNECTED) {
      throw new LostConnectionException(e);
    }
    try {
      Direct.update(handle, "ROLLBACK TO SAVEPOINT unit");
      Direct.update(handle, "RELEASE SAVEPOINT unit");
    } catch (RuntimeException rollback) {
      rollback.addSuppressed(e);
      // The database has rolled everything back by itself: what it said first is why.
      throw fault == Dialect.Fault.OTHER ? rollback : new LostTransactionException(e);
    }
    return judge(fault, e);
  }

  private Ran judge(Dialect.Fault fault, Throwable e) {
    boolean runAgain =
        switch (fault) {
          case CONTENTION -> attempts < MOST_ATTEMPTS;
          case DUPLICATE -> !metDuplicate;
          case DISCONNECTED, UNUSABLE, OTHER -> false;
        };
    if (runAgain) {
      metDuplicate |= fault == Dialect.Fault.DUPLICATE;
      return Ran.AGAIN;
    }
    failure =
        switch (fault) {
          case CONTENTION, DISCONNECTED, UNUSABLE -> Database.unavailable(e);
          case DUPLICATE, OTHER -> e;
        };
    return Ran.OVER;
  }

  /// Nothing of it was stored.
  void fail(Throwable why) {
    future.completeExceptionally(why);
  }

  /// Tells what it changed, and its caller that it is done.
  @SuppressWarnings("NullAway") // a unit of work may return null where its T says so
  void publish() {
    if (failure != null) {
      future.completeExceptionally(failure);
      return;
    }
    try {
      published.accept(result);
    } catch (RuntimeException e) {
      LOG.error("events of a committed write were not published", e);
    }
    future.complete(result);
  }

  /// The connection ended while a unit ran.
  static final class LostConnectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostConnectionException(Throwable cause) {
      super(cause);
    }
  }

  /// The database gave the whole transaction up while a unit ran.
  static final class LostTransactionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostTransactionException(Throwable cause) {
      super(cause);
    }
  }
}

package dev.windowshop.relay.call;

import dev.windowshop.protocol.Call;
import dev.windowshop.relay.db.Database;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calls that somebody was part of. Thread-safe; blocks for the database.
final class CallHistory {
  private final Database database;
  private final CallRepository calls;

  CallHistory(Database database, CallRepository calls) {
    this.database = database;
    this.calls = calls;
  }

  /// Newest first.
  List<Call> of(String userId, @Nullable String before, int limit) {
    return database.read(handle -> calls.historyOf(handle, userId, before, limit));
  }
}

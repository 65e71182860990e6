package dev.windowshop.relay.personal;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// What one feature holds about people. Stateless; called inside units of work.
public interface PersonalData {
  Runnable NOTHING = () -> {};

  /// Writes this feature's part of what a person asked for, on a snapshot that all parts share.
  void export(Handle handle, String userId, ExportSink sink);

  /// Erases what is personal, in the same transaction as all other features. The person's row in
  /// `users` has lost its name by then, and stays.
  ///
  /// @return what is to be told once that is committed; must not block
  Runnable erase(Handle handle, String userId, Instant now);
}

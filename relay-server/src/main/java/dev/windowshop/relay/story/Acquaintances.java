package dev.windowshop.relay.story;

import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Who has chatted with whom: they share a direct or listing conversation in which somebody said
/// something. Called inside units of work.
public interface Acquaintances {
  /// Everybody who has chatted with this one.
  Set<String> of(Handle handle, String userId);

  boolean are(Handle handle, String one, String other);
}

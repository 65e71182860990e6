package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Attachment;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What conversations need to know of uploads. Called inside units of work.
public interface Attachments {
  /// Those that exist, by id.
  Map<String, Attachment> read(Handle handle, Collection<String> ids);

  /// Whether it is somebody's own upload, or one that they can see.
  boolean maySend(Handle handle, String userId, String id);

  /// A message names it from now on.
  ///
  /// @return false when it is not there anymore
  boolean use(Handle handle, String id);

  /// A message that named it does so no longer.
  void disuse(Handle handle, String id);
}

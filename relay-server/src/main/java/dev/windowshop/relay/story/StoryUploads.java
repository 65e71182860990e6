package dev.windowshop.relay.story;

import dev.windowshop.protocol.Attachment;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What stories need to know of uploads. Called inside units of work.
public interface StoryUploads {
  /// Those that exist, by id.
  Map<String, Attachment> read(Handle handle, Collection<String> ids);

  /// A story shows it from now on.
  ///
  /// @return false when it is nothing that this user may show
  boolean take(Handle handle, String userId, String id);

  /// A story that showed it is gone.
  void drop(Handle handle, String id);
}

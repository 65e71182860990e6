package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Attachment;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

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

  /// Keeps somebody's upload for as long as it is a group's picture.
  ///
  /// @return its address; null when it is no picture of theirs
  @Nullable String takePicture(Handle handle, String userId, String id);

  /// This is no group's picture any more; does nothing for one that was no upload.
  void dropPicture(Handle handle, String url);
}

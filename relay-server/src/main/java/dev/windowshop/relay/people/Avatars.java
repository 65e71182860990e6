package dev.windowshop.relay.people;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Uploads as pictures of people. Called inside units of work.
public interface Avatars {
  /// Keeps an upload for as long as it is somebody's picture.
  ///
  /// @return its address; null when it is no picture of theirs
  @Nullable String take(Handle handle, String userId, String attachmentId);

  /// This is nobody's picture any more; does nothing for one that was no upload.
  void drop(Handle handle, String url);
}

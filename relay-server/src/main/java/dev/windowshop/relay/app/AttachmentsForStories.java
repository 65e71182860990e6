package dev.windowshop.relay.app;

import dev.windowshop.protocol.Attachment;
import dev.windowshop.relay.attachment.AttachmentService;
import dev.windowshop.relay.story.StoryUploads;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// What stories see of uploads.
record AttachmentsForStories(AttachmentService attachments) implements StoryUploads {
  @Override
  public Map<String, Attachment> read(Handle handle, Collection<String> ids) {
    return attachments.read(handle, ids);
  }

  @Override
  public boolean take(Handle handle, String userId, String id) {
    return attachments.maySend(handle, userId, id) && attachments.use(handle, id);
  }

  @Override
  public void drop(Handle handle, String id) {
    attachments.disuse(handle, id);
  }
}

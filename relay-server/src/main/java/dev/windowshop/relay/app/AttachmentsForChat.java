package dev.windowshop.relay.app;

import dev.windowshop.protocol.Attachment;
import dev.windowshop.relay.attachment.AttachmentService;
import dev.windowshop.relay.chat.Attachments;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What conversations see of uploads.
record AttachmentsForChat(AttachmentService attachments) implements Attachments {
  @Override
  public Map<String, Attachment> read(Handle handle, Collection<String> ids) {
    return attachments.read(handle, ids);
  }

  @Override
  public boolean maySend(Handle handle, String userId, String id) {
    return attachments.maySend(handle, userId, id);
  }

  @Override
  public boolean use(Handle handle, String id) {
    return attachments.use(handle, id);
  }

  @Override
  public void disuse(Handle handle, String id) {
    attachments.disuse(handle, id);
  }

  @Override
  public @Nullable String takePicture(Handle handle, String userId, String id) {
    return new AttachmentsForPeople(attachments).take(handle, userId, id);
  }

  @Override
  public void dropPicture(Handle handle, String url) {
    new AttachmentsForPeople(attachments).drop(handle, url);
  }
}

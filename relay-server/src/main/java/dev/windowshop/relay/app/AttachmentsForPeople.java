package dev.windowshop.relay.app;

import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Protocol;
import dev.windowshop.relay.attachment.AttachmentService;
import dev.windowshop.relay.people.Avatars;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What profiles see of uploads.
record AttachmentsForPeople(AttachmentService attachments) implements Avatars {
  private static final String BEFORE = Protocol.API + "/attachments/";
  private static final String AFTER = "/thumb";

  static String url(String attachmentId) {
    return BEFORE + attachmentId + AFTER;
  }

  @Override
  public @Nullable String take(Handle handle, String userId, String attachmentId) {
    Attachment picture = attachments.read(handle, List.of(attachmentId)).get(attachmentId);
    boolean fit =
        picture != null
            && picture.kind().equals("image")
            && attachments.maySend(handle, userId, attachmentId)
            && attachments.use(handle, attachmentId);
    return fit ? url(attachmentId) : null;
  }

  @Override
  public void drop(Handle handle, String url) {
    if (url.startsWith(BEFORE) && url.endsWith(AFTER)) {
      attachments.disuse(handle, url.substring(BEFORE.length(), url.length() - AFTER.length()));
    }
  }
}

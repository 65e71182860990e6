package dev.windowshop.relay.attachment;

import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Protocol;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An attachment as it is stored.
///
/// @param blob hash of its content
/// @param thumb hash of its small picture
/// @param uses how many messages name it
record AttachmentRow(
    String id,
    String ownerId,
    Kind kind,
    String name,
    String mime,
    long size,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Long durationMs,
    String blob,
    @Nullable String thumb,
    @Nullable String thumbMime,
    int uses,
    Instant createdAt) {
  static final String ROOT = Protocol.API + "/attachments";

  Attachment wire() {
    return new Attachment(
        id,
        kind.wire(),
        name,
        mime,
        size,
        width,
        height,
        durationMs,
        thumb == null ? null : ROOT + "/" + id + "/thumb");
  }
}

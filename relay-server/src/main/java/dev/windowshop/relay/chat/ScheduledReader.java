package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ScheduledMessage;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Sync;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// What is to be sent later, as its author's devices get it. Runs inside the caller's unit of work.
final class ScheduledReader {
  static final String KIND = "scheduled";

  private final ScheduledRepository scheduled;
  private final Attachments attachments;

  ScheduledReader(ScheduledRepository scheduled, Attachments attachments) {
    this.scheduled = scheduled;
    this.attachments = attachments;
  }

  ScheduledMessage read(Handle handle, ScheduledRow row) {
    Message.Send body = row.body();
    return new ScheduledMessage(
        row.id(),
        row.conversationId(),
        row.clientId(),
        row.type(),
        body == null ? null : body.content(),
        body == null ? null : body.replyToId(),
        body == null ? List.of() : attachments(handle, body),
        body == null ? null : body.metadata(),
        row.sendAt(),
        row.state(),
        row.reason(),
        row.messageId(),
        row.createdAt(),
        row.updatedAt());
  }

  private List<Attachment> attachments(Handle handle, Message.Send body) {
    List<String> ids = body.attachmentIds();
    if (ids == null || ids.isEmpty()) {
      return List.of();
    }
    Map<String, Attachment> found = attachments.read(handle, ids);
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  Effect told(Handle handle, ScheduledRow row) {
    return new Effect.ToUsers(
        List.of(row.authorId()), new ServerEvent.PersonalChanged(item(handle, row)));
  }

  /// For devices that were away.
  List<Sync.PersonalItem> after(Handle handle, String userId, long after) {
    return scheduled.after(handle, userId, after).stream().map(row -> item(handle, row)).toList();
  }

  /// All that is not over: a device that was away for long drops what is not among them.
  List<String> open(Handle handle, String userId) {
    return scheduled.openIds(handle, userId);
  }

  private Sync.PersonalItem item(Handle handle, ScheduledRow row) {
    return new Sync.PersonalItem(
        row.change(), KIND, row.conversationId(), Json.tree(read(handle, row)));
  }
}

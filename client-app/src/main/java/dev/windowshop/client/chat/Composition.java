package dev.windowshop.client.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.client.preview.LinkPreview;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Poll;
import java.util.List;

/// What somebody wrote, as the message that is sent. Pure.
final class Composition {
  private Composition() {}

  /// The picture of a page goes along like any file; where there are others, it stays behind.
  static Draft withPreviewPicture(Draft draft) {
    LinkPreview preview = draft.preview();
    if (preview == null || preview.picture() == null || !draft.files().isEmpty()) {
      return draft;
    }
    return draft.with(List.of(new OutgoingFile(preview.picture(), "Preview.jpg", true, null)));
  }

  static Message.Send compose(String conversationId, Poll poll) {
    ObjectNode metadata = Json.tree(poll).deepCopy();
    metadata.remove(List.of("votes", "closedAt"));
    return new Message.Send(
        conversationId, Ids.newId(), Message.Type.POLL, null, null, null, metadata);
  }

  static Message.Send compose(
      String conversationId, String clientId, Draft draft, List<PendingFile> files) {
    ObjectNode metadata = Json.mapper().createObjectNode();
    if (!draft.mentions().isEmpty()) {
      draft.mentions().forEach(metadata.putArray("mentions")::add);
    }
    LinkPreview preview = draft.preview();
    boolean pictured =
        preview != null
            && draft.files().size() == 1
            && draft.files().getFirst().path().equals(preview.picture());
    if (preview != null) {
      Previews.write(preview, pictured, metadata);
    }
    Message.Type type = Message.Type.TEXT;
    if (!files.isEmpty() && !pictured) {
      FileKind kind = files.getFirst().kind();
      boolean alike = files.stream().allMatch(file -> file.kind() == kind);
      type =
          switch (alike ? kind : FileKind.FILE) {
            case IMAGE -> Message.Type.IMAGE;
            case VIDEO -> Message.Type.VIDEO;
            case VOICE -> Message.Type.VOICE;
            case FILE -> Message.Type.FILE;
          };
      OutgoingFile.Recording recording = draft.files().getFirst().recording();
      if (recording != null) {
        recording.levels().forEach(metadata.withArray("waveform")::add);
      }
    }
    return new Message.Send(
        conversationId,
        clientId,
        type,
        draft.text().isEmpty() ? null : draft.text(),
        draft.replyToId(),
        null,
        metadata.isEmpty() ? null : metadata);
  }
}

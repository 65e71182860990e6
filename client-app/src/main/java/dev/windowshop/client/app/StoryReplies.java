package dev.windowshop.client.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.client.chat.ChatService;
import dev.windowshop.client.story.StoryAnswers;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Story;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Answers a status where one talks with its author: in the conversation of the two, else in one
/// about something of theirs, else in a new one.
final class StoryReplies implements StoryAnswers {
  private final ChatService chat;

  StoryReplies(ChatService chat) {
    this.chat = chat;
  }

  @Override
  public CompletableFuture<Void> answer(Story story, String text) {
    return known(story.authorId())
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> chat.openDirect(story.authorId()))
        .thenCompose(conversation -> chat.send(conversation, message(conversation, story, text)));
  }

  private Optional<String> known(String authorId) {
    List<Conversation> here = chat.conversations().value();
    return (here == null ? List.<Conversation>of() : here)
        .stream()
            .filter(one -> one.kind() != ConversationKind.GROUP)
            .filter(
                one -> one.participants().stream().anyMatch(p -> p.user().id().equals(authorId)))
            .min(Comparator.comparing(one -> one.kind() != ConversationKind.DIRECT))
            .map(Conversation::id);
  }

  private static Message.Send message(String conversation, Story story, String text) {
    ObjectNode metadata = Json.mapper().createObjectNode();
    // What the relay makes of it, so that it is shown as an answer while it waits too.
    metadata
        .putObject("story")
        .put("id", story.id())
        .put("authorId", story.authorId())
        .put(
            "type",
            switch (story.type()) {
              case IMAGE -> "image";
              case VIDEO -> "video";
              case TEXT, UNKNOWN -> "text";
            });
    return new Message.Send(
        conversation, Ids.newId(), Message.Type.TEXT, text, null, null, metadata);
  }
}

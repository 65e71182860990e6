package dev.windowshop.client.app;

import dev.windowshop.client.cards.Talks;
import dev.windowshop.client.chat.ChatService;
import dev.windowshop.client.chat.ConversationListViewModel;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Product;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What cards learn of conversations.
record TalksOfChat(ChatService chat) implements Talks {
  @Override
  public boolean isOfTwo(String conversationId) {
    return find(conversationId).filter(one -> one.kind() != ConversationKind.GROUP).isPresent();
  }

  @Override
  public boolean isOwnListing(String conversationId) {
    return find(conversationId)
        .filter(one -> ConversationListViewModel.isOwnListing(one, chat.ownId()))
        .isPresent();
  }

  @Override
  public @Nullable Product about(String conversationId) {
    return isOwnListing(conversationId)
        ? find(conversationId).map(Conversation::product).orElse(null)
        : null;
  }

  private Optional<Conversation> find(String conversationId) {
    List<Conversation> all = chat.conversations().value();
    return all == null
        ? Optional.empty()
        : all.stream().filter(one -> one.id().equals(conversationId)).findFirst();
  }
}

package dev.windowshop.relay.app;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.attachment.AttachmentService;
import dev.windowshop.relay.chat.ChatFeature;
import dev.windowshop.relay.moderation.Moderated;
import dev.windowshop.relay.store.ProductModeration;
import dev.windowshop.relay.story.StoryModeration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What moderation sees of conversations, the store and stories, and does to them.
record ShopForModeration(
    ChatFeature chat,
    ProductModeration products,
    AttachmentService attachments,
    StoryModeration stories)
    implements Moderated {
  @Override
  public void keepAttachment(Handle handle, String attachmentId) {
    attachments.use(handle, attachmentId);
  }

  @Override
  public void releaseAttachment(Handle handle, String attachmentId) {
    attachments.disuse(handle, attachmentId);
  }

  @Override
  public @Nullable Subject message(Handle handle, String viewer, String messageId) {
    return chat.moderation()
        .seen(handle, viewer, messageId)
        .map(message -> new Subject(message.sender().id(), Json.tree(message)))
        .orElse(null);
  }

  @Override
  public @Nullable Subject product(Handle handle, String productId) {
    return products
        .onSale(handle, productId)
        .map(product -> new Subject(product.shop().ownerId(), Json.tree(product)))
        .orElse(null);
  }

  @Override
  public @Nullable Subject story(Handle handle, String viewer, String storyId) {
    return stories
        .seen(handle, viewer, storyId)
        .map(story -> new Subject(story.authorId(), Json.tree(story)))
        .orElse(null);
  }

  @Override
  public List<Told> hideStory(Handle handle, String storyId, boolean hidden) {
    return stories
        .hide(handle, storyId, hidden)
        .map(told -> new Told(told.userIds(), told.event()))
        .stream()
        .toList();
  }

  @Override
  public List<ServerEvent.InConversation> hideMessage(
      Handle handle, String messageId, boolean hidden) {
    return chat.moderation().hide(handle, messageId, hidden);
  }

  @Override
  public boolean hideProduct(Handle handle, String productId, boolean hidden) {
    return products.hide(handle, productId, hidden);
  }
}

package dev.windowshop.relay.app;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.relay.attachment.AttachmentService;
import dev.windowshop.relay.chat.ChatFeature;
import dev.windowshop.relay.moderation.Moderated;
import dev.windowshop.relay.store.ProductModeration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What moderation sees of conversations and the store, and does to them.
record ShopForModeration(
    ChatFeature chat, ProductModeration products, AttachmentService attachments)
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
  public List<ServerEvent.InConversation> hideMessage(
      Handle handle, String messageId, boolean hidden) {
    return chat.moderation().hide(handle, messageId, hidden);
  }

  @Override
  public boolean hideProduct(Handle handle, String productId, boolean hidden) {
    return products.hide(handle, productId, hidden);
  }
}

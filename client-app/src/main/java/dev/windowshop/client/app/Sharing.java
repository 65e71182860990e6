package dev.windowshop.client.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.windowshop.client.chat.ChatService;
import dev.windowshop.client.chat.ConversationListViewModel;
import dev.windowshop.client.chat.ShareView;
import dev.windowshop.client.platform.fx.FxThread;
import dev.windowshop.client.shell.Dock;
import dev.windowshop.client.shell.Notices;
import dev.windowshop.client.shell.Sheets;
import dev.windowshop.client.shell.look.Pictures;
import dev.windowshop.client.store.CatalogService;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Interaction;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Product;
import java.util.function.Supplier;

/// Shows a product to others, as a card in a conversation. On the FX thread.
///
/// @param dock where conversations are
record Sharing(
    ChatService chat,
    CatalogService catalog,
    Pictures pictures,
    Sheets sheets,
    Notices notices,
    Supplier<Dock> dock) {

  void share(Product product) {
    ConversationListViewModel list = new ConversationListViewModel(chat, FxThread::run);
    sheets.show(
        new ShareView(
            product,
            list,
            pictures,
            new ShareView.Ways() {
              @Override
              public void send(String conversationId, String words) {
                sendCard(product, conversationId, words);
              }

              @Override
              public void newConversation() {
                sheets.close();
                dock.get().openList();
              }
            }),
        list::close);
  }

  private void sendCard(Product product, String conversationId, String words) {
    catalog.interacted(product.id(), Interaction.Type.SHARE);
    FxThread.deliver(
        chat.send(
            conversationId,
            new Message.Send(
                null,
                Ids.newId(),
                Message.Type.PRODUCT,
                words.isEmpty() ? null : words,
                null,
                null,
                JsonNodeFactory.instance.objectNode().put("productId", product.id()))),
        done ->
            notices.show(
                "It's in the conversation.",
                "Open",
                () -> {
                  sheets.close();
                  dock.get().openConversation(conversationId);
                }),
        failure -> notices.show("It could not be kept for sending. Try again in a moment."));
  }
}

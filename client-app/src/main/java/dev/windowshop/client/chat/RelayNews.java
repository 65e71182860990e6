package dev.windowshop.client.chat;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.ServerEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes in what the relay says: events as they come, and what was missed. Runs on the `chat`
/// thread.
final class RelayNews {
  private final ChatStores stores;
  private final RelayClient relay;
  private final SocketClient socket;
  private final Inbox inbox;
  private final ChatSync sync;
  private final Companions companions;
  private final Shelf shelf;
  private final List<Consumer<Message>> listeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<Rewritten>> rewriting = new CopyOnWriteArrayList<>();

  RelayNews(
      ChatStores stores,
      RelayClient relay,
      SocketClient socket,
      Inbox inbox,
      Companions companions,
      Shelf shelf) {
    this.stores = stores;
    this.relay = relay;
    this.socket = socket;
    this.inbox = inbox;
    this.companions = companions;
    this.shelf = shelf;
    this.sync = new ChatSync(stores, relay, inbox, this::brought, this::rewritten);
  }

  /// Hears of messages of others that are new here.
  Subscription onMessage(Consumer<Message> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// Hears of messages of others that were edited, reacted to or deleted.
  Subscription onRewritten(Consumer<Rewritten> listener) {
    rewriting.add(listener);
    return () -> rewriting.remove(listener);
  }

  private void rewritten(Rewritten message) {
    rewriting.forEach(listener -> listener.accept(message));
  }

  ChatSync sync() {
    return sync;
  }

  void everything(String userId) {
    sync.all(userId);
    shelf.reload();
    Page<Conversation> newest =
        relay.get(
            "/conversations?limit=100",
            new com.fasterxml.jackson.core.type.TypeReference<Page<Conversation>>() {});
    companions.seen(newest.items());
  }

  /// One that was opened or joined.
  void added(Conversation conversation, String userId) {
    sync.added(conversation, userId);
    companions.seen(List.of(conversation));
    shelf.changed(conversation.id());
  }

  void took(ServerEvent event, String userId) {
    switch (event) {
      case ServerEvent.InConversation news -> inConversation(news, userId);
      case ServerEvent.UserTyping news -> {
        if (!news.userId().equals(userId)) {
          companions.writing(news.conversationId(), news.userId(), news.name());
        }
      }
      case ServerEvent.UserStoppedTyping news ->
          companions.stoppedWriting(news.conversationId(), news.userId());
      case ServerEvent.UserStatusChanged news -> companions.changed(news);
      case ServerEvent.PersonalChanged news -> {
        stores.database().executeRelaxed(c -> inbox.personal(c, news.item(), userId)).join();
        String id = news.item().conversationId();
        if (id != null) {
          shelf.changed(id);
        }
        Rewritten hidden = ChatSync.hidden(news.item());
        if (hidden != null) {
          rewritten(hidden);
        }
        if (news.item().kind().equals("scheduled")) {
          shelf.later().changed();
        }
      }
      case ServerEvent.Resync _ -> everything(userId);
      case ServerEvent.InviteChanged _,
          ServerEvent.Ready _,
          ServerEvent.ProductChanged _,
          ServerEvent.OrderChanged _,
          ServerEvent.CallRinging _,
          ServerEvent.CallState _,
          ServerEvent.CallSignal _,
          ServerEvent.CallDevice _,
          ServerEvent.CallKnock _,
          ServerEvent.ReportFiled _,
          ServerEvent.StoryAdded _,
          ServerEvent.StoryViewed _,
          ServerEvent.StoryRemoved _,
          ServerEvent.NotificationRaised _,
          ServerEvent.NotificationRead _,
          ServerEvent.ServerStopping _,
          ServerEvent.Failed _,
          ServerEvent.Unknown _ -> {}
    }
  }

  private void inConversation(ServerEvent.InConversation event, String userId) {
    String id = event.conversationId();
    KeptConversation kept = stores.find(id);
    if (event instanceof ServerEvent.UserLeftGroup left) {
      companions.stoppedWriting(id, left.userId());
    }
    if (event instanceof ServerEvent.UserLeftGroup left && left.userId().equals(userId)) {
      stores.database().executeRelaxed(connection -> inbox.leftByReader(connection, id)).join();
    } else if (event instanceof ServerEvent.ConversationAdded added
        && (kept == null || kept.left())) {
      sync.back(added.conversation(), userId);
      companions.seen(List.of(added.conversation()));
    } else if (kept == null || kept.left()) {
      sync.fetch(id, userId);
    } else if (event.change() <= kept.change()) {
      return;
    } else if (event.change() > kept.change() + 1 || event instanceof ServerEvent.UserJoinedGroup) {
      sync.catchUp(id, userId);
    } else {
      stores.edit(
          id,
          (connection, now) -> inbox.event(connection, now, event, userId).upTo(event.change()));
      shelf.changed(id);
      // Shown first, told then.
      if (event instanceof ServerEvent.NewMessage(Message message)) {
        companions.stoppedWriting(id, message.sender().id());
        if (!message.sender().id().equals(userId)) {
          arrived(List.of(message));
        }
      } else if (event instanceof ServerEvent.MessageChanged(Message message)
          && !message.sender().id().equals(userId)) {
        rewritten(Rewritten.of(message));
      }
      return;
    }
    shelf.changed(id);
  }

  /// What a sync brings may be of a conversation that is new here: shown first, told then.
  private void brought(List<Message> news) {
    if (!news.isEmpty() && !shelf.shows(news.getLast().conversationId())) {
      shelf.changed(news.getLast().conversationId());
    }
    arrived(news);
  }

  private void arrived(List<Message> news) {
    if (news.isEmpty()) {
      return;
    }
    news.forEach(message -> listeners.forEach(listener -> listener.accept(message)));
    Message last = news.getLast();
    var unused =
        socket.send(Command.MARK_DELIVERED, new Command.Mark(last.conversationId(), last.seq()));
  }

  /// Whether a conversation of this id is here.
  @Nullable KeptConversation find(String id) {
    return stores.find(id);
  }
}

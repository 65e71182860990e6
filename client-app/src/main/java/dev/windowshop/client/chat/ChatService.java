package dev.windowshop.client.chat;

import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Conversations on this machine: kept in the cache, brought up to date by the relay, shown from
/// the cache alone. Any thread; nothing blocks the caller. Events, answers and requests are taken
/// one after the other by the `chat` thread, which is the only one that changes what the relay
/// confirmed.
public final class ChatService implements Chats, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChatService.class);

  private final ClientDatabase database;
  private final RelayClient relay;
  private final SocketClient socket;
  private final ConversationStore conversations = new ConversationStore();
  private final MessageStore messages = new MessageStore();
  private final Outbox outbox = new Outbox();
  private final Inbox inbox = new Inbox(conversations, messages, outbox);
  private final ChatSync sync;
  private final OutboxSender sender;
  private final Companions companions;
  private final Shelf shelf;
  private final List<Consumer<Message>> listeners = new CopyOnWriteArrayList<>();
  private final ExecutorService chat =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform()
              .name("chat")
              .daemon()
              .uncaughtExceptionHandler(Workers::uncaught)
              .factory());
  private final Subscription observing;
  private volatile @Nullable String ownId;

  public ChatService(
      ClientDatabase database,
      RelayClient relay,
      SocketClient socket,
      AccountService account,
      Workers workers) {
    this.database = database;
    this.relay = relay;
    this.socket = socket;
    this.companions = new Companions(socket, workers);
    this.shelf = new Shelf(database, conversations, messages, outbox, this::ownId);
    this.sync = new ChatSync(database, relay, conversations, messages, inbox, this::arrived);
    this.sender =
        new OutboxSender(database, socket, outbox, this::ownId, this::taken, this::refused);
    this.observing =
        Subscription.of(
            account.account().observe(now -> onChat(() -> userChanged(now.userId()))),
            socket.state().observe(state -> onChat(() -> connectionChanged(state))),
            socket.onEvent(event -> onChat(() -> took(event))));
  }

  /// Hears of messages of others that are new here. On the `chat` thread: hand long work on.
  public Subscription onMessage(Consumer<Message> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public @Nullable String ownId() {
    return ownId;
  }

  @Override
  public Live<List<Conversation>> conversations() {
    return shelf.conversations();
  }

  @Override
  public Live<Map<String, PresenceStatus>> presence() {
    return companions.presence();
  }

  @Override
  public Live<Map<String, List<String>>> typing() {
    return companions.typing();
  }

  @Override
  public Live<ConnectionState> connection() {
    return socket.state();
  }

  @Override
  public OpenConversation open(String conversationId) {
    Runnable again = () -> onChat(() -> shelf.changed(conversationId));
    OpenConversation opened =
        shelf.open(
            conversationId,
            again,
            () ->
                onChat(() -> {
                  if (sync.older(conversationId)) {
                    shelf.changed(conversationId);
                  }
                }));
    again.run();
    return opened;
  }

  @Override
  public CompletableFuture<Void> send(String conversationId, String text) {
    return send(
        conversationId,
        new Message.Send(conversationId, Ids.newId(), Message.Type.TEXT, text, null, null, null));
  }

  /// As [#send(String, String)], for any sort of message; its `clientId` names it from here on.
  public CompletableFuture<Void> send(String conversationId, Message.Send send) {
    String userId = ownId;
    if (userId == null) {
      return CompletableFuture.failedFuture(
          new ProblemException(ProblemType.UNAUTHENTICATED, "Sign in to write."));
    }
    Pending pending = new Pending(conversationId, send, Instant.now(), null);
    return database
        .execute(connection -> outbox.add(connection, userId, pending))
        .thenAccept(_ -> {
          companions.stopped(conversationId);
          onChat(() -> shelf.changed(conversationId));
          sender.wake();
        });
  }

  @Override
  public void retry(String clientId) {
    changeOutbox(connection -> outbox.mark(connection, clientId, null));
  }

  @Override
  public void discard(String clientId) {
    changeOutbox(connection -> outbox.remove(connection, clientId));
  }

  private void changeOutbox(dev.windowshop.client.cache.SqlAction<Connection> change) {
    onChat(() -> {
      database.execute(change).join();
      shelf.openOnes().forEach(shelf::changed);
      sender.wake();
    });
  }

  @Override
  public void markRead(String conversationId) {
    onChat(() -> {
      String userId = ownId;
      KeptConversation kept = find(conversationId);
      if (userId == null || kept == null || kept.readSeq() >= kept.conversation().seq()) {
        return;
      }
      long seq = kept.conversation().seq();
      edit(
          conversationId,
          (connection, now) -> inbox.read(connection, now, seq, userId).untold(true));
      shelf.changed(conversationId);
      tellRead(conversationId, seq);
    });
  }

  private void tellRead(String conversationId, long seq) {
    var unused =
        socket
            .send(Command.MARK_READ, new Command.Mark(conversationId, seq))
            .thenAccept(_ ->
                onChat(() ->
                    edit(conversationId, (connection, now) -> now.untold(now.readSeq() > seq))));
  }

  @Override
  public void typed(String conversationId) {
    companions.typed(conversationId);
  }

  @Override
  public CompletableFuture<String> askSeller(String productId) {
    return opening(
        known ->
            known.kind() == ConversationKind.LISTING
                && known.product() != null
                && known.product().id().equals(productId)
                && known.shop() != null
                && !known.shop().ownerId().equals(ownId),
        Conversation.Create.listing(productId));
  }

  /// Opens the conversation with a shop about nothing in particular.
  public CompletableFuture<String> askShop(String shopId) {
    return opening(
        known ->
            known.kind() == ConversationKind.LISTING
                && known.product() == null
                && known.shop() != null
                && known.shop().id().equals(shopId)
                && !known.shop().ownerId().equals(ownId),
        new Conversation.Create(
            ConversationKind.LISTING, null, null, shopId, null, null, null, null, null, null));
  }

  @Override
  public CompletableFuture<String> openDirect(String userId) {
    return opening(
        known ->
            known.kind() == ConversationKind.DIRECT
                && known.participants().stream().anyMatch(p -> p.user().id().equals(userId)),
        Conversation.Create.direct(userId));
  }

  /// The one that is known here, else the relay's.
  private CompletableFuture<String> opening(
      Predicate<Conversation> wanted, Conversation.Create request) {
    return asking(() -> {
      List<Conversation> here = conversations().value();
      for (Conversation known : here == null ? List.<Conversation>of() : here) {
        if (wanted.test(known)) {
          return known.id();
        }
      }
      Conversation opened = relay.post("/conversations", request, Conversation.class);
      sync.added(opened, requireUser());
      companions.seen(List.of(opened));
      shelf.changed(opened.id());
      return opened.id();
    });
  }

  /// Opens a group of these people.
  public CompletableFuture<String> openGroup(String name, List<String> memberIds) {
    return opening(_ -> false, Conversation.Create.group(name, memberIds));
  }

  @Override
  public CompletableFuture<List<User>> findPeople(String text) {
    String asked = URLEncoder.encode(text, StandardCharsets.UTF_8);
    return asking(() ->
        relay
            .get(
                "/users?limit=20&q=" + asked,
                new com.fasterxml.jackson.core.type.TypeReference<Page<User>>() {})
            .items());
  }

  private String requireUser() {
    String userId = ownId;
    if (userId == null) {
      throw new ProblemException(ProblemType.UNAUTHENTICATED, "Sign in to write to people.");
    }
    return userId;
  }

  private void userChanged(@Nullable String userId) {
    if (userId != null) {
      database
          .execute(connection -> {
            String owner = conversations.state(connection, ConversationStore.OWNER);
            if (!userId.equals(owner)) {
              conversations.clear(connection);
              conversations.state(connection, ConversationStore.OWNER, userId);
            }
          })
          .join();
    }
    ownId = userId;
    shelf.reload();
    if (userId != null && socket.state().value() instanceof ConnectionState.Online) {
      syncAll();
    }
  }

  private void connectionChanged(ConnectionState state) {
    if (state instanceof ConnectionState.Online) {
      syncAll();
    } else {
      companions.lost();
    }
  }

  private void syncAll() {
    String userId = ownId;
    if (userId == null) {
      return;
    }
    sync.all(userId);
    shelf.reload();
    Page<Conversation> newest =
        relay.get(
            "/conversations?limit=100",
            new com.fasterxml.jackson.core.type.TypeReference<Page<Conversation>>() {});
    companions.seen(newest.items());
    for (KeptConversation kept : database.read(conversations::all)) {
      if (kept.readUntold()) {
        tellRead(kept.id(), kept.readSeq());
      }
    }
    sender.wake();
  }

  private void took(ServerEvent event) {
    String userId = ownId;
    if (userId == null) {
      return;
    }
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
        database.execute(c -> inbox.personal(c, news.item(), userId)).join();
        String id = news.item().conversationId();
        if (id != null) {
          shelf.changed(id);
        }
      }
      case ServerEvent.Resync _ -> syncAll();
      case ServerEvent.InviteChanged _,
          ServerEvent.Ready _,
          ServerEvent.ProductChanged _,
          ServerEvent.OrderChanged _,
          ServerEvent.CallRinging _,
          ServerEvent.CallState _,
          ServerEvent.CallSignal _,
          ServerEvent.ReportFiled _,
          ServerEvent.ServerStopping _,
          ServerEvent.Failed _,
          ServerEvent.Unknown _ -> {}
    }
  }

  private void inConversation(ServerEvent.InConversation event, String userId) {
    String id = event.conversationId();
    KeptConversation kept = find(id);
    if (event instanceof ServerEvent.UserLeftGroup left && left.userId().equals(userId)) {
      database.execute(connection -> conversations.remove(connection, id)).join();
    } else if (event instanceof ServerEvent.ConversationAdded added && kept == null) {
      sync.added(added.conversation(), userId);
      companions.seen(List.of(added.conversation()));
    } else if (kept == null) {
      sync.fetch(id, userId);
    } else if (event.change() <= kept.change()) {
      return;
    } else if (event.change() > kept.change() + 1 || event instanceof ServerEvent.UserJoinedGroup) {
      sync.catchUp(id, userId);
    } else {
      edit(
          id,
          (connection, now) -> inbox.event(connection, now, event, userId).upTo(event.change()));
      if (event instanceof ServerEvent.NewMessage(Message message)) {
        companions.stoppedWriting(id, message.sender().id());
        if (!message.sender().id().equals(userId)) {
          arrived(List.of(message));
        }
      }
    }
    shelf.changed(id);
  }

  private void arrived(List<Message> news) {
    if (news.isEmpty()) {
      return;
    }
    Message last = news.getLast();
    var unused =
        socket.send(Command.MARK_DELIVERED, new Command.Mark(last.conversationId(), last.seq()));
    news.forEach(message -> listeners.forEach(listener -> listener.accept(message)));
  }

  /// The relay stored one of ours: its row leaves the outbox with the relay's copy in its place.
  private void taken(Message message) {
    String userId = ownId;
    if (userId == null) {
      return;
    }
    database
        .execute(connection -> {
          outbox.remove(connection, message.clientId());
          KeptConversation kept = conversations.find(connection, message.conversationId());
          if (kept != null) {
            conversations.put(connection, inbox.message(connection, kept, message, userId));
          }
        })
        .join();
    onChat(() -> shelf.changed(message.conversationId()));
  }

  private void refused(Pending pending) {
    onChat(() -> shelf.changed(pending.conversationId()));
  }

  private interface Edit {
    KeptConversation apply(Connection connection, KeptConversation kept) throws SQLException;
  }

  private void edit(String id, Edit edit) {
    database
        .execute(connection -> {
          KeptConversation kept = conversations.find(connection, id);
          if (kept != null) {
            conversations.put(connection, edit.apply(connection, kept));
          }
        })
        .join();
  }

  private @Nullable KeptConversation find(String id) {
    return database
        .read(connection -> Optional.ofNullable(conversations.find(connection, id)))
        .orElse(null);
  }

  private <T> CompletableFuture<T> asking(Callable<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      chat.execute(() -> {
        try {
          answer.complete(work.call());
        } catch (Exception e) {
          answer.completeExceptionally(e);
        }
      });
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(e);
    }
    return answer;
  }

  /// What fails for want of the relay is done again with the next connection.
  private void onChat(Runnable work) {
    try {
      chat.execute(() -> {
        try {
          work.run();
        } catch (RelayUnreachableException e) {
          LOG.debug("put off: {}", e.getMessage());
        } catch (ProblemException | CompletionException e) {
          LOG.warn("The relay's news could not be taken in", e);
        }
      });
    } catch (RejectedExecutionException e) {
      LOG.debug("closed", e);
    }
  }

  @Override
  public void close() {
    observing.close();
    sender.close();
    chat.shutdownNow();
    try {
      if (!chat.awaitTermination(3, TimeUnit.SECONDS)) {
        LOG.warn("Conversations were closed with work still running");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

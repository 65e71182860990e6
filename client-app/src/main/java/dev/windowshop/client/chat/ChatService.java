package dev.windowshop.client.chat;

import dev.windowshop.client.account.Account;
import dev.windowshop.client.account.AccountService;
import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayThread;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.preview.LinkPreviews;
import dev.windowshop.client.video.Posters;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Poll;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Conversations on this machine: kept in the cache, brought up to date by the relay, shown from
/// the cache alone. Any thread; nothing blocks the caller. What comes and what is asked is taken
/// one after the other by the `chat` thread.
public final class ChatService implements Chats, AutoCloseable {
  private final ChatStores stores;
  private final RelayClient relay;
  private final SocketClient socket;
  private final Workers workers;
  private final RelayThread chat = new RelayThread("chat");
  private final FileCopies copies;
  private final Companions companions;
  private final Shelf shelf;
  private final Inbox inbox;
  private final RelayNews news;
  private final Outgoing outgoing;
  private final LaterService later;
  private final Openings openings;
  private final MessageActionService actions;
  private final PersonalService personals;
  private final ReceivedFiles files;
  private final GroupService groups;
  private final MessageSearch search;
  private final LinkPreviews previews;
  private final BooleanSupplier forgets;
  private final Forgetting forgetting;
  private final Subscription observing;
  private volatile @Nullable String ownId;

  /// @param folders where files lie
  /// @param previews looks at the pages behind links
  /// @param posters of the videos that are sent
  /// @param forgets whether signing out takes everything away from this machine
  public ChatService(
      ClientDatabase database,
      RelayClient relay,
      SocketClient socket,
      AccountService account,
      Workers workers,
      ChatFolders folders,
      LinkPreviews previews,
      Posters posters,
      BooleanSupplier forgets) {
    this.stores = ChatStores.in(database, folders.waiting());
    this.relay = relay;
    this.socket = socket;
    this.workers = workers;
    this.copies = new FileCopies(stores.files().folder());
    this.companions = new Companions(socket, workers);
    this.shelf = new Shelf(stores, this::ownId);
    this.inbox = new Inbox(stores);
    this.news = new RelayNews(stores, relay, socket, inbox, companions, shelf);
    this.outgoing =
        new Outgoing(
            stores,
            relay,
            socket,
            workers,
            chat,
            copies,
            posters,
            companions,
            shelf,
            inbox,
            this::online,
            this::ownId);
    this.later =
        new LaterService(
            stores, relay, chat, outgoing, shelf.later(), this::ownId, InstantSource.system());
    this.openings = new Openings(relay, chat, news, shelf.conversations(), this::ownId);
    this.actions =
        new MessageActionService(
            stores, relay, shelf, chat, workers, inbox, this::online, this::ownId, this::send);
    this.personals = new PersonalService(stores, relay, shelf, chat, workers, this::online);
    this.files = new ReceivedFileService(relay, workers, folders.received(), new SystemProgram());
    this.groups = new GroupService(relay, chat, news, this::ownId, workers.io());
    this.previews = previews;
    this.forgets = forgets;
    this.forgetting = new Forgetting(stores, copies, folders.received());
    this.search = new MessageSearchService(database, relay, workers.io());
    this.observing =
        Subscription.of(
            account.account().observe(now -> chat.run(() -> accountChanged(now))),
            socket.state().observe(state -> chat.run(() -> connectionChanged(state))),
            socket.onEvent(event ->
                chat.run(() -> {
                  if (event instanceof ServerEvent.Ready ready) {
                    later.took(ready);
                  }
                  String userId = ownId;
                  if (userId != null) {
                    news.took(event, userId);
                    if (event instanceof ServerEvent.InviteChanged(Invite invite)) {
                      groups.changed(invite);
                    }
                  }
                })));
    workers.io().execute(() -> copies.sweep(database.read(stores.files()::owners)));
  }

  /// Hears of messages of others that are new here. On the `chat` thread: hand long work on.
  public Subscription onMessage(Consumer<Message> listener) {
    return news.onMessage(listener);
  }

  /// Hears of messages of others that are not any more what they were. On the `chat` thread.
  public Subscription onRewritten(Consumer<Rewritten> listener) {
    return news.onRewritten(listener);
  }

  @Override
  public @Nullable String ownId() {
    return ownId;
  }

  private boolean online() {
    return socket.state().value() instanceof ConnectionState.Online;
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
  public MessageActions actions() {
    return actions;
  }

  @Override
  public Later later() {
    return later;
  }

  @Override
  public Personals personals() {
    return personals;
  }

  @Override
  public ReceivedFiles files() {
    return files;
  }

  @Override
  public Groups groups() {
    return groups;
  }

  @Override
  public MessageSearch search() {
    return search;
  }

  @Override
  public LinkPreviews previews() {
    return previews;
  }

  @Override
  public OpenConversation open(String conversationId) {
    Runnable again = () -> chat.run(() -> shelf.changed(conversationId));
    OpenConversation opened =
        shelf.open(
            conversationId,
            again,
            () ->
                chat.run(() -> {
                  if (news.sync().older(conversationId)) {
                    shelf.changed(conversationId);
                  }
                }),
            seq ->
                chat.run(() -> {
                  // What is here is shown first; the relay may be away.
                  shelf.changed(conversationId);
                  if (news.sync().reach(conversationId, seq)) {
                    shelf.changed(conversationId);
                  }
                }),
            () ->
                chat.run(() -> {
                  news.sync().pins(conversationId);
                  shelf.changed(conversationId);
                }));
    again.run();
    return opened;
  }

  @Override
  public CompletableFuture<Void> send(String conversationId, Draft draft) {
    return outgoing.send(conversationId, draft);
  }

  @Override
  public CompletableFuture<Void> ask(String conversationId, Poll poll) {
    return outgoing.send(conversationId, Composition.compose(conversationId, poll));
  }

  /// As [#send(String, Draft)], for any sort of message; its `clientId` names it from here on.
  public CompletableFuture<Void> send(String conversationId, Message.Send send) {
    return outgoing.send(conversationId, send);
  }

  @Override
  public void retry(String clientId) {
    outgoing.retry(clientId);
  }

  @Override
  public void discard(String clientId) {
    outgoing.discard(clientId);
  }

  @Override
  public void markRead(String conversationId) {
    chat.run(() -> {
      String userId = ownId;
      KeptConversation kept = stores.find(conversationId);
      if (userId == null || kept == null) {
        return;
      }
      personals.markUnread(conversationId, false);
      if (kept.readSeq() >= kept.conversation().seq()) {
        return;
      }
      long seq = kept.conversation().seq();
      stores.edit(
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
                chat.run(() ->
                    stores.edit(
                        conversationId, (connection, now) -> now.untold(now.readSeq() > seq))));
  }

  @Override
  public void typed(String conversationId) {
    companions.typed(conversationId);
  }

  @Override
  public CompletableFuture<String> askSeller(String productId) {
    return openings.askSeller(productId);
  }

  /// Opens the conversation with a shop about nothing in particular.
  public CompletableFuture<String> askShop(String shopId) {
    return openings.askShop(shopId);
  }

  @Override
  public CompletableFuture<String> openDirect(String userId) {
    return openings.openDirect(userId);
  }

  /// Opens a group of these people.
  public CompletableFuture<String> openGroup(String name, List<String> memberIds) {
    return openings.openGroup(name, memberIds);
  }

  @Override
  public CompletableFuture<List<User>> findPeople(String text) {
    return openings.findPeople(text);
  }

  private void accountChanged(Account now) {
    String before = ownId;
    userChanged(now.userId());
    // Whose session was ended by others has not chosen to go.
    boolean left = before != null && now instanceof Account.Guest guest && guest.notice() == null;
    if (left && forgets.getAsBoolean()) {
      forgetting.everything();
      shelf.reload();
    }
  }

  private void userChanged(@Nullable String userId) {
    if (userId != null) {
      stores
          .database()
          .execute(connection -> {
            ConversationStore store = stores.conversations();
            if (!userId.equals(store.state(connection, ConversationStore.OWNER))) {
              store.clear(connection);
              stores.personal().clear(connection);
              store.state(connection, ConversationStore.OWNER, userId);
            }
          })
          .join();
    }
    ownId = userId;
    shelf.reload();
    if (userId != null && online()) {
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
    news.everything(userId);
    for (KeptConversation kept : stores.database().read(stores.conversations()::all)) {
      if (kept.readUntold()) {
        tellRead(kept.id(), kept.readSeq());
      }
    }
    outgoing.wake();
    actions.wake();
    personals.tell();
    groups.refresh();
  }

  @Override
  public void close() {
    observing.close();
    personals.flush();
    outgoing.close();
    actions.close();
    chat.close();
  }
}

package dev.windowshop.client.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import dev.windowshop.client.preview.LinkPreview;
import dev.windowshop.client.preview.LinkPreviews;
import dev.windowshop.client.video.Posters;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Invite;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Page;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
  private final OutboxSender sender;
  private final FileUploader uploader;
  private final MessageActionService actions;
  private final PersonalService personals;
  private final ReceivedFiles files;
  private final GroupService groups;
  private final MessageSearch search;
  private final LinkPreviews previews;
  private final Posters posters;
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
    this.uploader =
        new FileUploader(
            database,
            relay,
            stores.outbox(),
            stores.files(),
            this::online,
            this::ownId,
            new PosterUpload(relay, posters),
            new UploadNews());
    this.sender =
        new OutboxSender(
            database,
            socket,
            stores.outbox(),
            stores.files(),
            this::ownId,
            this::taken,
            told -> chat.run(() -> shelf.changed(told.conversationId())),
            uploader::wake);
    this.actions =
        new MessageActionService(
            stores, relay, shelf, chat, workers, inbox, this::online, this::ownId, this::send);
    this.personals = new PersonalService(stores, relay, shelf, chat, workers, this::online);
    this.files = new ReceivedFileService(relay, workers, folders.received(), new SystemProgram());
    this.groups = new GroupService(relay, chat, news, this::ownId, workers.io());
    this.previews = previews;
    this.posters = posters;
    this.forgets = forgets;
    this.forgetting = new Forgetting(stores, copies, folders.received());
    this.search = new MessageSearchService(database, relay, workers.io());
    this.observing =
        Subscription.of(
            account.account().observe(now -> chat.run(() -> accountChanged(now))),
            socket.state().observe(state -> chat.run(() -> connectionChanged(state))),
            socket.onEvent(event ->
                chat.run(() -> {
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
  public CompletableFuture<Void> send(String conversationId, Draft written) {
    String clientId = Ids.newId();
    Draft draft = withPreviewPicture(written);
    if (draft.files().isEmpty()) {
      return write(conversationId, compose(conversationId, clientId, draft, List.of()), List.of());
    }
    return CompletableFuture.supplyAsync(() -> taken(clientId, draft.files()), workers.io())
        .thenCompose(
            taken -> write(conversationId, compose(conversationId, clientId, draft, taken), taken));
  }

  private List<PendingFile> taken(String clientId, List<OutgoingFile> chosen) {
    List<PendingFile> copied = copies.take(clientId, chosen);
    for (PendingFile file : copied) {
      posters.copied(chosen.get(file.position()).path(), file.path());
    }
    return copied;
  }

  /// The picture of a page goes along like any file; where there are others, it stays behind.
  private static Draft withPreviewPicture(Draft draft) {
    LinkPreview preview = draft.preview();
    if (preview == null || preview.picture() == null || !draft.files().isEmpty()) {
      return draft;
    }
    return draft.with(List.of(new OutgoingFile(preview.picture(), "Preview.jpg", true, null)));
  }

  private static Message.Send compose(
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

  /// As [#send(String, Draft)], for any sort of message; its `clientId` names it from here on.
  public CompletableFuture<Void> send(String conversationId, Message.Send send) {
    return write(conversationId, send, List.of());
  }

  private CompletableFuture<Void> write(
      String conversationId, Message.Send send, List<PendingFile> taken) {
    String userId = ownId;
    if (userId == null) {
      return CompletableFuture.failedFuture(
          new ProblemException(ProblemType.UNAUTHENTICATED, "Sign in to write."));
    }
    Pending pending = new Pending(conversationId, send, Instant.now(), null, taken);
    return stores
        .database()
        .execute(connection -> stores.outbox().add(connection, userId, pending))
        .thenAccept(_ -> {
          companions.stopped(conversationId);
          chat.run(() -> shelf.changed(conversationId));
          if (taken.isEmpty()) {
            sender.wake();
          } else {
            uploader.wake();
          }
        });
  }

  @Override
  public void retry(String clientId) {
    chat.run(() -> {
      stores
          .database()
          .execute(connection -> stores.outbox().mark(connection, clientId, null))
          .join();
      shelf.openOnes().forEach(shelf::changed);
      uploader.wake();
      sender.wake();
    });
  }

  @Override
  public void discard(String clientId) {
    chat.run(() -> {
      List<PendingFile> dropped =
          stores.database().read(connection -> stores.files().of(connection, clientId));
      stores.database().execute(connection -> stores.outbox().remove(connection, clientId)).join();
      for (PendingFile file : dropped) {
        String uploadId = file.uploadId();
        if (uploadId != null && file.attachment() == null) {
          uploader.cancel(uploadId);
        }
      }
      copies.remove(clientId);
      shelf.openOnes().forEach(shelf::changed);
      uploader.wake();
      sender.wake();
    });
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
    return chat.ask(() -> {
      List<Conversation> here = conversations().value();
      for (Conversation known : here == null ? List.<Conversation>of() : here) {
        if (wanted.test(known)) {
          return known.id();
        }
      }
      Conversation opened = relay.post("/conversations", request, Conversation.class);
      news.added(opened, requireUser());
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
    return chat.ask(() ->
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
    sender.wake();
    uploader.wake();
    actions.wake();
    personals.tell();
    groups.refresh();
  }

  /// The relay stored one of ours: its row leaves the outbox with the relay's copy in its place.
  private void taken(Message message) {
    String userId = ownId;
    if (userId == null) {
      return;
    }
    stores
        .database()
        .executeRelaxed(connection -> {
          stores.outbox().remove(connection, message.clientId());
          KeptConversation kept = stores.conversations().find(connection, message.conversationId());
          if (kept != null) {
            stores
                .conversations()
                .put(connection, inbox.message(connection, kept, message, userId));
          }
        })
        .join();
    copies.remove(message.clientId());
    chat.run(() -> shelf.changed(message.conversationId()));
  }

  /// Progress is shown where the message is.
  private final class UploadNews implements FileUploader.News {
    @Override
    public void moved(String clientId) {
      chat.run(() -> {
        Pending pending =
            stores
                .database()
                .read(connection -> Optional.ofNullable(stores.outbox().find(connection, clientId)))
                .orElse(null);
        if (pending != null) {
          shelf.changed(pending.conversationId());
        }
      });
    }

    @Override
    public void done(String clientId) {
      sender.wake();
    }

    @Override
    public void refused(String clientId) {
      moved(clientId);
      sender.wake();
    }
  }

  @Override
  public void close() {
    observing.close();
    personals.flush();
    sender.close();
    uploader.close();
    actions.close();
    chat.close();
  }
}

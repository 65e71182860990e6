package dev.windowshop.client.chat;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayThread;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.client.video.Posters;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ScheduledMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is written here, until the relay has it: the outbox, its files, and those who send them.
/// Any thread; nothing blocks the caller.
final class Outgoing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

  private final ChatStores stores;
  private final Workers workers;
  private final RelayThread chat;
  private final FileCopies copies;
  private final Posters posters;
  private final Companions companions;
  private final Shelf shelf;
  private final Inbox inbox;
  private final Supplier<@Nullable String> ownId;
  private final FileUploader uploader;
  private final OutboxSender sender;
  private final RelayClient relay;

  /// Given up here while the relay may just be told of them.
  private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

  /// @param chat the thread that what is shown is brought up to date on
  /// @param posters of the videos that are sent
  Outgoing(
      ChatStores stores,
      RelayClient relay,
      SocketClient socket,
      Workers workers,
      RelayThread chat,
      FileCopies copies,
      Posters posters,
      Companions companions,
      Shelf shelf,
      Inbox inbox,
      BooleanSupplier online,
      Supplier<@Nullable String> ownId) {
    this.stores = stores;
    this.relay = relay;
    this.workers = workers;
    this.chat = chat;
    this.copies = copies;
    this.posters = posters;
    this.companions = companions;
    this.shelf = shelf;
    this.inbox = inbox;
    this.ownId = ownId;
    this.uploader =
        new FileUploader(
            stores.database(),
            relay,
            stores.outbox(),
            stores.files(),
            online,
            ownId,
            new PosterUpload(relay, posters),
            new UploadNews());
    this.sender =
        new OutboxSender(
            stores.database(),
            socket,
            relay,
            stores.outbox(),
            stores.files(),
            ownId,
            this::taken,
            this::scheduled,
            this::kept,
            told -> chat.run(() -> shown(told.conversationId())),
            uploader::wake);
  }

  /// Something may wait that the relay takes by now.
  void wake() {
    sender.wake();
    uploader.wake();
  }

  CompletableFuture<Void> send(String conversationId, Draft written) {
    return send(conversationId, written, null);
  }

  /// @param at when it goes out; null for as soon as can be
  CompletableFuture<Void> send(String conversationId, Draft written, @Nullable Instant at) {
    String clientId = Ids.newId();
    Draft draft = Composition.withPreviewPicture(written);
    if (draft.files().isEmpty()) {
      return write(
          conversationId,
          Composition.compose(conversationId, clientId, draft, List.of()),
          List.of(),
          at);
    }
    return CompletableFuture.supplyAsync(() -> taken(clientId, draft.files()), workers.io())
        .thenCompose(taken ->
            write(
                conversationId,
                Composition.compose(conversationId, clientId, draft, taken),
                taken,
                at));
  }

  private List<PendingFile> taken(String clientId, List<OutgoingFile> chosen) {
    List<PendingFile> copied = copies.take(clientId, chosen);
    for (PendingFile file : copied) {
      posters.copied(chosen.get(file.position()).path(), file.path());
    }
    return copied;
  }

  /// As [#send(String, Draft)], for any sort of message; its `clientId` names it from here on.
  CompletableFuture<Void> send(String conversationId, Message.Send send) {
    return write(conversationId, send, List.of(), null);
  }

  private CompletableFuture<Void> write(
      String conversationId, Message.Send send, List<PendingFile> taken, @Nullable Instant at) {
    String userId = ownId.get();
    if (userId == null) {
      return CompletableFuture.failedFuture(
          new ProblemException(ProblemType.UNAUTHENTICATED, "Sign in to write."));
    }
    Pending pending = new Pending(conversationId, send, Instant.now(), null, taken, null, at);
    return stores
        .database()
        .execute(connection -> stores.outbox().add(connection, userId, pending))
        .thenAccept(_ -> {
          companions.stopped(conversationId);
          chat.run(() -> shown(conversationId));
          if (taken.isEmpty()) {
            sender.wake();
          } else {
            uploader.wake();
          }
        });
  }

  void retry(String clientId) {
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

  private void shown(String conversationId) {
    shelf.changed(conversationId);
    shelf.later().changed();
  }

  /// What waits there was changed: it is shown, and tried again. On the `chat` thread.
  void changed(String conversationId) {
    shown(conversationId);
    uploader.wake();
    sender.wake();
  }

  void discard(String clientId) {
    chat.run(() -> drop(clientId));
  }

  /// Gives up a message for later, of which the relay may just be told. On the `chat` thread.
  void cancel(String clientId) {
    cancelled.add(clientId);
    drop(clientId);
  }

  private void drop(String clientId) {
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
  }

  private @Nullable ScheduledMessage kept(String clientId) {
    return stores
        .database()
        .read(
            connection -> Optional.ofNullable(stores.later().findByClientId(connection, clientId)))
        .orElse(null);
  }

  /// The relay keeps one of ours for later: its row leaves the outbox. What was changed here while
  /// the relay was told is told now. On the outbox thread.
  private void scheduled(ScheduledMessage told) {
    Pending now =
        stores
            .database()
            .write(connection -> {
              Pending found = stores.outbox().find(connection, told.clientId());
              stores.outbox().remove(connection, told.clientId());
              stores.later().put(connection, told);
              return Optional.ofNullable(found);
            })
            .join()
            .orElse(null);
    copies.remove(told.clientId());
    try {
      if (told.canBeChanged()) {
        settle(told, now);
      }
    } catch (ProblemException | RelayUnreachableException e) {
      LOG.info("A change of a scheduled message came too late", e);
    }
    chat.run(() -> shown(told.conversationId()));
  }

  private void settle(ScheduledMessage told, @Nullable Pending now) {
    String path = "/scheduled/" + told.id();
    if (cancelled.remove(told.clientId())) {
      relay.delete(path);
    } else if (now != null && now.sendAt() == null) {
      relay.post(path + "/send", Map.of(), ScheduledMessage.class);
    } else if (now != null
        && !(Objects.equals(now.sendAt(), told.sendAt())
            && Objects.equals(now.send().content(), told.content()))) {
      relay.patch(
          path,
          new ScheduledMessage.Change(now.send().content(), now.sendAt()),
          ScheduledMessage.class);
    }
  }

  /// The relay stored one of ours: its row leaves the outbox with the relay's copy in its place.
  private void taken(Message message) {
    String userId = ownId.get();
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
          shown(pending.conversationId());
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
    sender.close();
    uploader.close();
  }
}

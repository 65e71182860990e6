package dev.windowshop.client.chat;

import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayThread;
import dev.windowshop.client.platform.Live;
import dev.windowshop.client.platform.Subscription;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ScheduledMessage;
import dev.windowshop.protocol.ServerEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Changes what is to be sent later: in the outbox while the relay has not been told, else at the
/// relay. Works on the `chat` thread, which may wait for the relay; nothing blocks the caller.
final class LaterService implements Later {
  private final ChatStores stores;
  private final RelayClient relay;
  private final RelayThread chat;
  private final Outgoing outgoing;
  private final LaterShelf shelf;
  private final Supplier<@Nullable String> ownId;
  private final InstantSource machine;
  private volatile Duration ahead = Duration.ZERO;

  LaterService(
      ChatStores stores,
      RelayClient relay,
      RelayThread chat,
      Outgoing outgoing,
      LaterShelf shelf,
      Supplier<@Nullable String> ownId,
      InstantSource machine) {
    this.stores = stores;
    this.relay = relay;
    this.chat = chat;
    this.outgoing = outgoing;
    this.shelf = shelf;
    this.ownId = ownId;
    this.machine = machine;
  }

  /// The relay says what time it is.
  void took(ServerEvent.Ready ready) {
    ahead = Duration.between(machine.instant(), ready.serverTime());
  }

  @Override
  public Live<Map<String, List<LaterMessage>>> all() {
    return shelf.all();
  }

  @Override
  public InstantSource clock() {
    return () -> machine.instant().plus(ahead);
  }

  @Override
  public Subscription onFailed(Consumer<LaterMessage> listener) {
    return shelf.onFailed(listener);
  }

  @Override
  public CompletableFuture<Void> schedule(String conversationId, Draft draft, Instant at) {
    return outgoing.send(conversationId, draft, at.truncatedTo(ChronoUnit.MILLIS));
  }

  @Override
  public CompletableFuture<Void> edit(LaterMessage message, String text) {
    return change(
        message,
        (connection, pending) ->
            stores.outbox().replace(connection, saying(pending, text), pending.sendAt()),
        kept -> patch(kept, new ScheduledMessage.Change(text, null)));
  }

  private static Message.Send saying(Pending pending, String text) {
    Message.Send send = pending.send();
    return new Message.Send(
        send.conversationId(),
        send.clientId(),
        send.type(),
        text.isBlank() ? null : text,
        send.replyToId(),
        send.attachmentIds(),
        send.metadata());
  }

  @Override
  public CompletableFuture<Void> move(LaterMessage message, Instant at) {
    Instant when = at.truncatedTo(ChronoUnit.MILLIS);
    return change(
        message,
        (connection, pending) -> stores.outbox().replace(connection, pending.send(), when),
        kept -> patch(kept, new ScheduledMessage.Change(null, when)));
  }

  /// What the relay was not told of goes out as any other message.
  @Override
  public CompletableFuture<Void> sendNow(LaterMessage message) {
    return change(
        message,
        (connection, pending) -> stores.outbox().replace(connection, pending.send(), null),
        kept -> relay.post("/scheduled/" + kept.id() + "/send", Map.of(), ScheduledMessage.class));
  }

  private ScheduledMessage patch(ScheduledMessage kept, ScheduledMessage.Change change) {
    return relay.patch("/scheduled/" + kept.id(), change, ScheduledMessage.class);
  }

  @Override
  public CompletableFuture<Void> cancel(LaterMessage message) {
    return chat.ask(() -> {
      if (stores.database().read(c -> waiting(c, message)).isPresent()) {
        outgoing.cancel(message.clientId());
      }
      ScheduledMessage kept = kept(message);
      if (kept != null) {
        relay.delete("/scheduled/" + kept.id());
        stores
            .database()
            .execute(connection -> stores.later().remove(connection, kept.id()))
            .join();
      }
      shelf.changed();
      return null;
    });
  }

  private interface InOutbox {
    void change(Connection connection, Pending pending) throws SQLException;
  }

  private interface AtRelay {
    ScheduledMessage change(ScheduledMessage kept);
  }

  private CompletableFuture<Void> change(LaterMessage message, InOutbox here, AtRelay there) {
    return chat.ask(() -> {
      Pending pending =
          stores
              .database()
              .write(connection -> {
                Optional<Pending> found = waiting(connection, message);
                if (found.isPresent()) {
                  here.change(connection, found.get());
                }
                return found;
              })
              .join()
              .orElse(null);
      if (pending == null) {
        ScheduledMessage kept = kept(message);
        if (kept == null) {
          throw new ProblemException(ProblemType.CONFLICT, "This message was sent already.");
        }
        ScheduledMessage now = there.change(kept);
        stores.database().execute(c -> stores.later().put(c, now)).join();
      } else {
        outgoing.changed(pending.conversationId());
      }
      shelf.changed();
      return null;
    });
  }

  private Optional<Pending> waiting(Connection connection, LaterMessage message)
      throws SQLException {
    Pending found = stores.outbox().find(connection, message.clientId());
    return found != null && found.sendAt() != null && ownId.get() != null
        ? Optional.of(found)
        : Optional.empty();
  }

  /// By its `clientId`: what was shown may have been told to the relay meanwhile.
  private @Nullable ScheduledMessage kept(LaterMessage message) {
    return stores
        .database()
        .read(connection ->
            Optional.ofNullable(stores.later().findByClientId(connection, message.clientId())))
        .orElse(null);
  }
}

package dev.windowshop.client.chat;

import dev.windowshop.client.cache.ClientDatabase;
import dev.windowshop.client.net.ConnectionState;
import dev.windowshop.client.net.RelayClient;
import dev.windowshop.client.net.RelayPump;
import dev.windowshop.client.net.RelayUnreachableException;
import dev.windowshop.client.net.SocketClient;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Problem;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ScheduledMessage;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what waits, one after the other, whenever the relay is there. Its one thread, `outbox`,
/// waits for each answer: what was written first is stored first.
final class OutboxSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

  private final ClientDatabase database;
  private final SocketClient socket;
  private final RelayClient relay;
  private final Outbox outbox;
  private final Consumer<Message> taken;
  private final Consumer<ScheduledMessage> scheduled;
  private final Function<String, @Nullable ScheduledMessage> kept;
  private final Consumer<Pending> told;
  private final OutboxFileStore files;
  private final Runnable uploadAgain;

  /// Only on the outbox thread: whose files were uploaded a second time.
  private final Set<String> again = new HashSet<>();

  private final RelayPump pump;

  /// @param taken told of each message that the relay stored, before the next one is sent
  /// @param scheduled told of each one that the relay keeps for later
  /// @param kept the one that the relay keeps under a `clientId`, as far as is known here
  /// @param told of each message that it refused, or wants later
  /// @param uploadAgain run when the relay has forgotten a message's files
  OutboxSender(
      ClientDatabase database,
      SocketClient socket,
      RelayClient relay,
      Outbox outbox,
      OutboxFileStore files,
      Supplier<@Nullable String> ownId,
      Consumer<Message> taken,
      Consumer<ScheduledMessage> scheduled,
      Function<String, @Nullable ScheduledMessage> kept,
      Consumer<Pending> told,
      Runnable uploadAgain) {
    this.database = database;
    this.socket = socket;
    this.relay = relay;
    this.outbox = outbox;
    this.taken = taken;
    this.scheduled = scheduled;
    this.kept = kept;
    this.told = told;
    this.files = files;
    this.uploadAgain = uploadAgain;
    this.pump =
        new RelayPump(
            "outbox",
            () -> socket.state().value() instanceof ConnectionState.Online,
            ownId,
            this::step);
  }

  void wake() {
    pump.wake();
  }

  private boolean step(String userId) {
    return database
        .read(connection -> Optional.ofNullable(outbox.next(connection, userId)))
        .map(this::sent)
        .orElse(false);
  }

  /// @return whether to go on with the next one
  private boolean sent(Pending pending) {
    try {
      Instant at = pending.sendAt();
      if (at == null) {
        Message message =
            Json.decode(
                socket.send(Command.SEND_MESSAGE, whole(pending)).join().path("message"),
                Message.class);
        taken.accept(message);
      } else {
        scheduled.accept(
            relay.post(
                "/conversations/" + pending.conversationId() + "/scheduled",
                ScheduledMessage.Schedule.of(whole(pending), at),
                ScheduledMessage.class));
      }
      return true;
    } catch (CompletionException e) {
      return switch (e.getCause()) {
        case ProblemException problem -> said(pending, problem.problem());
        case RelayUnreachableException away -> away(away);
        case null, default -> throw e;
      };
    } catch (ProblemException e) {
      return said(pending, e.problem());
    } catch (RelayUnreachableException e) {
      return away(e);
    }
  }

  private boolean away(RelayUnreachableException away) {
    LOG.debug("kept for later: {}", away.getMessage());
    return pump.later();
  }

  /// With the ids that its files have got by now.
  private static Message.Send whole(Pending pending) {
    Message.Send send = pending.send();
    if (pending.files().isEmpty()) {
      return send;
    }
    List<String> ids =
        pending.files().stream()
            .map(file -> Objects.requireNonNull(file.attachment()).id())
            .toList();
    return new Message.Send(
        send.conversationId(),
        send.clientId(),
        send.type(),
        send.content(),
        send.replyToId(),
        ids,
        send.metadata());
  }

  /// The relay forgets what no message names for a day: then the files are uploaded once more.
  private boolean forgotten(Pending pending, Problem problem) {
    return problem.problemType() == ProblemType.INVALID
        && !pending.files().isEmpty()
        && problem.errors() != null
        && problem.errors().containsKey("attachmentIds")
        && again.add(pending.clientId());
  }

  /// Changed here after the relay had been told, and before its answer came.
  private boolean changedMeanwhile(Pending pending, Problem problem) {
    ScheduledMessage known =
        pending.sendAt() != null && problem.problemType() == ProblemType.CONFLICT
            ? kept.apply(pending.clientId())
            : null;
    if (known != null) {
      scheduled.accept(known);
    }
    return known != null;
  }

  private boolean said(Pending pending, Problem problem) {
    if (changedMeanwhile(pending, problem)) {
      return true;
    }
    if (forgotten(pending, problem)) {
      database.execute(connection -> files.anew(connection, pending.clientId())).join();
      uploadAgain.run();
      return true;
    }
    if (RelayPump.isPassing(problem)) {
      long wait = RelayPump.wait(problem);
      boolean limited = problem.problemType() == ProblemType.RATE_LIMITED;
      if (outbox.waitsFor(pending.clientId(), limited ? Wording.waits(wait) : null)) {
        told.accept(pending);
      }
      return pump.hold(wait);
    }
    String why = problem.detail() == null ? problem.title() : problem.detail();
    database.execute(connection -> outbox.mark(connection, pending.clientId(), why)).join();
    told.accept(pending);
    return true;
  }

  @Override
  public void close() {
    pump.close();
  }
}

package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import dev.windowshop.relay.realtime.Commands;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Socket commands of conversations, and who is there, told to those who share one.
final class ChatEvents {
  private final Database database;
  private final Broadcaster broadcaster;
  private final ParticipantRepository participants;
  private final People people;
  private final MessageService messages;
  private final HistoryService history;
  private final ReceiptService receipts;

  ChatEvents(
      Database database,
      Broadcaster broadcaster,
      ParticipantRepository participants,
      People people,
      MessageService messages,
      HistoryService history,
      ReceiptService receipts) {
    this.database = database;
    this.broadcaster = broadcaster;
    this.participants = participants;
    this.people = people;
    this.messages = messages;
    this.history = history;
    this.receipts = receipts;
  }

  void register(Commands commands) {
    commands.on(Command.SEND_MESSAGE, Message.Send.class, this::send);
    commands.on(Command.JOIN_CONVERSATION, Command.InConversation.class, this::open);
    commands.on(Command.LEAVE_CONVERSATION, Command.InConversation.class, this::close);
    commands.on(
        Command.TYPING_START,
        Command.InConversation.class,
        (socket, body) -> typing(socket, body, true));
    commands.on(
        Command.TYPING_STOP,
        Command.InConversation.class,
        (socket, body) -> typing(socket, body, false));
    commands.on(
        Command.MARK_DELIVERED,
        Command.Mark.class,
        (socket, body) -> Map.of("seq", receipts.delivered(socket, body)));
    commands.on(
        Command.MARK_READ,
        Command.Mark.class,
        (socket, body) -> Map.of("seq", receipts.read(socket, body)));
  }

  void statusChanged(String userId, PresenceStatus status, @Nullable Instant lastSeen) {
    record Audience(@Nullable User user, List<String> userIds) {}
    Audience audience =
        database.read(handle ->
            new Audience(
                people.users(handle, List.of(userId)).get(userId),
                participants.sharingWith(handle, userId)));
    if (audience.user() != null) {
      broadcaster.toUsers(
          audience.userIds(),
          new ServerEvent.UserStatusChanged(
              userId, audience.user().displayName(), status, lastSeen));
    }
  }

  private Map<String, Object> send(ClientSocket socket, Message.Send send) {
    String conversationId = Field.id("conversationId", send.conversationId());
    return Map.of("message", messages.send(socket.userId(), conversationId, send).message());
  }

  private Map<String, Object> open(ClientSocket socket, Command.InConversation body) {
    HistoryService.Opening opening =
        history.open(socket.userId(), Field.id("conversationId", body.conversationId()));
    return Map.of("messages", opening.messages(), "change", opening.change());
  }

  private Map<String, Object> close(ClientSocket socket, Command.InConversation body) {
    requireMember(socket, body);
    return Map.of();
  }

  private Map<String, Object> typing(
      ClientSocket socket, Command.InConversation body, boolean started) {
    String name = requireMember(socket, body);
    String id = body.conversationId();
    broadcaster.toOthersInConversation(
        id,
        socket.userId(),
        started
            ? new ServerEvent.UserTyping(id, socket.userId(), name)
            : new ServerEvent.UserStoppedTyping(id, socket.userId(), name));
    return Map.of();
  }

  private String requireMember(ClientSocket socket, Command.InConversation body) {
    String id = Field.id("conversationId", body.conversationId());
    return database.read(handle -> {
      participants.require(handle, id, socket.userId());
      User user = people.users(handle, List.of(socket.userId())).get(socket.userId());
      return user == null ? "" : user.displayName();
    });
  }
}

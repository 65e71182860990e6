package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.PresenceStatus;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.User;
import dev.windowshop.relay.db.Database;
import dev.windowshop.relay.people.Permissions;
import dev.windowshop.relay.realtime.Broadcaster;
import dev.windowshop.relay.realtime.ClientSocket;
import dev.windowshop.relay.realtime.Commands;
import dev.windowshop.relay.realtime.Presence;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Socket commands of conversations, and who is there, told to those who share one.
final class ChatEvents {
  private final Database database;
  private final Broadcaster broadcaster;
  private final ParticipantRepository participants;
  private final People people;
  private final Permissions permissions;
  private final Reach reach;
  private final Presence presence;
  private final MessageService messages;
  private final HistoryService history;
  private final ReceiptService receipts;
  private final Typists typists = new Typists();

  ChatEvents(
      Database database,
      Broadcaster broadcaster,
      ParticipantRepository participants,
      People people,
      Permissions permissions,
      Presence presence,
      MessageService messages,
      HistoryService history,
      ReceiptService receipts) {
    this.database = database;
    this.broadcaster = broadcaster;
    this.participants = participants;
    this.people = people;
    this.permissions = permissions;
    this.reach = new Reach(participants, permissions);
    this.presence = presence;
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

  /// @param others who shares a conversation but may not see it
  private record Audience(@Nullable User user, Set<String> seeing, Set<String> others) {}

  void statusChanged(String userId, PresenceStatus status, @Nullable Instant lastSeen) {
    Audience audience = audienceOf(userId);
    if (audience.user() != null) {
      broadcaster.toUsers(
          audience.seeing(),
          new ServerEvent.UserStatusChanged(
              userId, audience.user().displayName(), status, lastSeen));
    }
  }

  /// After a change of who may see somebody's presence: those who no longer may are told "offline",
  /// so that nothing of before stays on their screens.
  void tellPresenceAgain(String userId) {
    Audience audience = audienceOf(userId);
    User user = audience.user();
    if (user != null) {
      broadcaster.toUsers(
          audience.seeing(),
          new ServerEvent.UserStatusChanged(
              userId, user.displayName(), presence.status(userId), user.lastSeen()));
      broadcaster.toUsers(
          audience.others(),
          new ServerEvent.UserStatusChanged(
              userId, user.displayName(), PresenceStatus.OFFLINE, null));
    }
  }

  private Audience audienceOf(String userId) {
    return database.read(handle -> {
      Set<String> sharing = new HashSet<>(participants.sharingWith(handle, userId));
      Set<String> seeing = permissions.seeing(handle, userId, sharing);
      sharing.removeAll(seeing);
      return new Audience(people.users(handle, List.of(userId)).get(userId), seeing, sharing);
    });
  }

  private Map<String, Object> send(ClientSocket socket, Message.Send send) {
    String conversationId = Field.id("conversationId", send.conversationId());
    Message message = messages.send(socket.userId(), socket, conversationId, send).message();
    typists.stopped(socket, conversationId);
    return Map.of("message", message);
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
    if (!database.read(handle -> reach.isOpen(handle, id, socket.userId()))) {
      return Map.of();
    }
    if (started) {
      typists.started(socket, id);
    } else {
      typists.stopped(socket, id);
    }
    broadcaster.toOthersInConversation(
        id,
        socket.userId(),
        started
            ? new ServerEvent.UserTyping(id, socket.userId(), name)
            : new ServerEvent.UserStoppedTyping(id, socket.userId(), name));
    return Map.of();
  }

  /// Whose line breaks in the middle of a word says no more that they stopped.
  void disconnected(ClientSocket socket) {
    String userId = socket.userId();
    for (String id : typists.gone(socket)) {
      Optional<String> heard =
          database.read(handle ->
              participants
                  .find(handle, id, userId)
                  .filter(_ -> reach.isOpen(handle, id, userId))
                  .map(_ -> name(handle, userId)));
      heard.ifPresent(name ->
          broadcaster.toOthersInConversation(
              id, userId, new ServerEvent.UserStoppedTyping(id, userId, name)));
    }
  }

  private String name(Handle handle, String userId) {
    User user = people.users(handle, List.of(userId)).get(userId);
    return user == null ? "" : user.displayName();
  }

  private String requireMember(ClientSocket socket, Command.InConversation body) {
    String id = Field.id("conversationId", body.conversationId());
    return database.read(handle -> {
      participants.require(handle, id, socket.userId());
      return name(handle, socket.userId());
    });
  }
}

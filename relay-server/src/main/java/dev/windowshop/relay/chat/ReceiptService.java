package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Sync;
import dev.windowshop.relay.realtime.ClientSocket;
import java.util.ArrayList;
import java.util.List;

/// How far people have received and read. Marks only move forward and never past the last message.
/// Any thread that may block.
public final class ReceiptService {
  static final String READ = "read";

  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final PersonalRepository personal;

  ReceiptService(
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      PersonalRepository personal) {
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.personal = personal;
  }

  /// @return where the mark is now
  public long delivered(ClientSocket socket, Command.Mark mark) {
    String id = Field.id("conversationId", mark.conversationId());
    return writes.runIn(
        id,
        handle -> {
          Member member = participants.require(handle, id, socket.userId());
          long seq = Math.min(mark.seq(), conversations.require(handle, id).seq());
          if (seq <= member.deliveredSeq()) {
            return Outcome.quiet(member.deliveredSeq());
          }
          long change = conversations.advance(handle, id).change();
          participants.mark(handle, id, socket.userId(), seq, 0, change);
          return new Outcome<>(
              seq,
              List.of(
                  new Effect.ToConversation(
                      id, new ServerEvent.MessagesDelivered(id, socket.userId(), seq, change))));
        });
  }

  /// @return where the mark is now
  public long read(ClientSocket socket, Command.Mark mark) {
    String id = Field.id("conversationId", mark.conversationId());
    return writes.runIn(
        id,
        handle -> {
          Member member = participants.require(handle, id, socket.userId());
          long seq = Math.min(mark.seq(), conversations.require(handle, id).seq());
          if (seq <= member.readSeq()) {
            return Outcome.quiet(member.readSeq());
          }
          long change = conversations.advance(handle, id).change();
          participants.mark(handle, id, socket.userId(), seq, seq, change);
          ObjectNode value = Json.mapper().createObjectNode().put("seq", seq);
          Sync.PersonalItem item = personal.put(handle, socket.userId(), READ, id, value);
          List<Effect> effects = new ArrayList<>();
          effects.add(
              new Effect.ToConversation(
                  id, new ServerEvent.MessagesRead(id, socket.userId(), seq, change)));
          effects.add(new Effect.ToOtherDevices(socket, new ServerEvent.PersonalChanged(item)));
          return new Outcome<>(seq, effects);
        });
  }
}

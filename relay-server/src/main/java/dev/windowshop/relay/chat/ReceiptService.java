package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Command;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ServerEvent;
import dev.windowshop.protocol.Sync;
import dev.windowshop.relay.realtime.ClientSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// How far people have received and read. Marks only move forward and never past the last message.
/// Any thread that may block.
public final class ReceiptService {
  static final String READ = "read";

  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final PersonalRepository personal;
  private final Bell bell;

  ReceiptService(
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      PersonalRepository personal,
      Bell bell) {
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.personal = personal;
    this.bell = bell;
  }

  /// @return where the mark is now
  public long delivered(ClientSocket socket, Command.Mark mark) {
    String id = Field.id("conversationId", mark.conversationId());
    long asked = asked(mark);
    return writes.runIn(
        id,
        handle -> {
          Member member = participants.require(handle, id, socket.userId());
          long seq = Math.min(asked, conversations.require(handle, id).seq());
          if (seq <= member.deliveredSeq()) {
            return Outcome.quiet(member.deliveredSeq());
          }
          Audience audience = audience(handle, id, socket.userId());
          if (audience.isEmpty()) {
            participants.markQuietly(handle, id, socket.userId(), seq, 0);
            return Outcome.quiet(seq);
          }
          long change = conversations.advance(handle, id).change();
          participants.mark(handle, id, socket.userId(), seq, 0, change);
          return new Outcome<>(
              seq,
              List.of(
                  told(
                      id,
                      audience,
                      new ServerEvent.MessagesDelivered(id, socket.userId(), seq, change))));
        });
  }

  /// @return where the mark is now
  public long read(ClientSocket socket, Command.Mark mark) {
    String id = Field.id("conversationId", mark.conversationId());
    long asked = asked(mark);
    return writes.runIn(
        id,
        handle -> {
          Member member = participants.require(handle, id, socket.userId());
          long seq = Math.min(asked, conversations.require(handle, id).seq());
          if (seq <= member.readSeq()) {
            return Outcome.quiet(member.readSeq());
          }
          ObjectNode value = Json.mapper().createObjectNode().put("seq", seq);
          Sync.PersonalItem item = personal.put(handle, socket.userId(), READ, id, value);
          List<Effect> effects = new ArrayList<>();
          Audience audience = audience(handle, id, socket.userId());
          if (audience.isEmpty()) {
            participants.markQuietly(handle, id, socket.userId(), seq, seq);
          } else {
            long change = conversations.advance(handle, id).change();
            participants.mark(handle, id, socket.userId(), seq, seq, change);
            effects.add(
                told(id, audience, new ServerEvent.MessagesRead(id, socket.userId(), seq, change)));
          }
          effects.addAll(bell.read(handle, socket.userId(), id, seq));
          effects.add(new Effect.ToOtherDevices(socket, new ServerEvent.PersonalChanged(item)));
          return new Outcome<>(seq, effects);
        });
  }

  private static long asked(Command.Mark mark) {
    long seq = Field.present("seq", mark.seq());
    if (seq < 0) {
      throw ProblemException.invalid("seq", "is less than 0");
    }
    return seq;
  }

  /// Who learns how far somebody has read.
  ///
  /// @param userIds where not everybody does; nobody when they hide it, or when everybody else does
  /// @param everybody nobody hides anything
  private record Audience(List<String> userIds, boolean everybody) {
    boolean isEmpty() {
      return !everybody && userIds.isEmpty();
    }
  }

  private Audience audience(Handle handle, String conversationId, String userId) {
    Set<String> hiding = participants.hidingReceipts(handle, conversationId);
    if (hiding.contains(userId)) {
      return new Audience(List.of(), false);
    }
    if (hiding.isEmpty()) {
      return new Audience(List.of(), true);
    }
    List<String> seeing =
        participants.members(handle, conversationId).stream()
            .map(Member::userId)
            .filter(id -> !hiding.contains(id))
            .toList();
    return new Audience(seeing.size() < 2 ? List.of() : seeing, false);
  }

  private static Effect told(String conversationId, Audience audience, ServerEvent event) {
    return audience.everybody()
        ? new Effect.ToConversation(conversationId, event)
        : new Effect.ToUsers(audience.userIds(), event);
  }
}

package dev.windowshop.relay.chat;

import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Poll;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.ProblemType;
import dev.windowshop.protocol.ServerEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/// Votes in polls, and closes them. A vote is a change of its message, so that it reaches everybody
/// as a reaction does. Any thread that may block.
final class PollService {
  private final ChatWrites writes;
  private final ConversationRepository conversations;
  private final ParticipantRepository participants;
  private final MessageRepository messages;
  private final PollRepository polls;
  private final MessageReader reader;
  private final Reach reach;
  private final Clock clock;

  PollService(
      ChatWrites writes,
      ConversationRepository conversations,
      ParticipantRepository participants,
      MessageRepository messages,
      PollRepository polls,
      MessageReader reader,
      Reach reach,
      Clock clock) {
    this.writes = writes;
    this.conversations = conversations;
    this.participants = participants;
    this.messages = messages;
    this.polls = polls;
    this.reader = reader;
    this.reach = reach;
    this.clock = clock;
  }

  /// Chooses these options in place of what this user chose before; none takes the vote back.
  Message vote(String userId, String messageId, Poll.Vote vote) {
    List<Integer> asked = Field.present("options", vote.options());
    return writes.run(handle -> {
      MessageRow row = poll(handle, userId, messageId);
      Poll poll = standing(handle, row);
      Set<Integer> options = options(poll, asked);
      requireOpen(handle, row, poll);
      if (options.equals(polls.chosen(handle, messageId, userId))) {
        return Outcome.quiet(reader.read(handle, row));
      }
      reach.require(handle, row.conversationId(), userId);
      long change = conversations.advance(handle, row.conversationId()).change();
      polls.choose(handle, messageId, userId, options, change);
      return changed(handle, messageId, change);
    });
  }

  /// Lets nobody vote any more: whoever asked, and in a group its owner and admins.
  Message close(String userId, String messageId) {
    return writes.run(handle -> {
      MessageRow row = poll(handle, userId, messageId);
      Member member = participants.require(handle, row.conversationId(), userId);
      if (!row.senderId().equals(userId) && !GroupAct.DELETE_OTHERS.isAllowed(member.role())) {
        throw ProblemException.forbidden("Only who asked closes a poll.");
      }
      if (standing(handle, row).isClosed(clock.instant())) {
        return Outcome.quiet(reader.read(handle, row));
      }
      long change = conversations.advance(handle, row.conversationId()).change();
      polls.close(handle, messageId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
      return changed(handle, messageId, change);
    });
  }

  private Outcome<Message> changed(Handle handle, String messageId, long change) {
    messages.touch(handle, messageId, change);
    Message now = reader.read(handle, messages.find(handle, messageId).orElseThrow());
    return new Outcome<>(
        now,
        List.of(
            new Effect.ToConversation(now.conversationId(), new ServerEvent.MessageChanged(now))));
  }

  private MessageRow poll(Handle handle, String userId, String messageId) {
    MessageRow row =
        messages
            .find(handle, messageId)
            .filter(found -> participants.sees(handle, userId, found))
            .orElseThrow(() -> ProblemException.notFound("message"));
    if (row.type() != Message.Type.POLL) {
      throw new ProblemException(ProblemType.CONFLICT, "This message is no poll.");
    }
    if (row.deletedAt() != null) {
      throw new ProblemException(ProblemType.CONFLICT, "The message was deleted.");
    }
    return row;
  }

  private Poll standing(Handle handle, MessageRow row) {
    return Json.decode(Json.tree(reader.read(handle, row)).path("metadata"), Poll.class);
  }

  private void requireOpen(Handle handle, MessageRow row, Poll poll) {
    Instant now = clock.instant();
    if (poll.isClosed(now)) {
      throw new ProblemException(ProblemType.CONFLICT, "The poll is closed.");
    }
    if (conversations.require(handle, row.conversationId()).closedAt() != null) {
      throw new ProblemException(ProblemType.CONFLICT, "The conversation is closed.");
    }
  }

  private static Set<Integer> options(Poll poll, List<Integer> asked) {
    Set<Integer> options = new TreeSet<>();
    for (Integer option : asked) {
      if (option == null || option < 0 || option >= poll.options().size()) {
        throw ProblemException.invalid("options", "names no option of this poll: " + option);
      }
      if (!options.add(option)) {
        throw ProblemException.invalid("options", "names one twice");
      }
    }
    if (options.size() > 1 && !poll.multiple()) {
      throw ProblemException.invalid("options", "names more than one, and one may be chosen");
    }
    return options;
  }
}

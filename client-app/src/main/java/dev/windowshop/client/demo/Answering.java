package dev.windowshop.client.demo;

import dev.windowshop.client.chat.ChatService;
import dev.windowshop.client.platform.Workers;
import dev.windowshop.protocol.Conversation;
import dev.windowshop.protocol.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers messages as a person would: reads, types a moment, writes once to what came together.
/// Thread-safe.
final class Answering {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
  private static final Duration TOO_OLD = Duration.ofMinutes(10);
  private static final long READING_MILLIS = 500;
  private static final int TRIES = 20;
  private static final long TYPING_MILLIS = 700;
  private static final long TYPING_MOST_MILLIS = 1_900;
  private static final long MILLIS_A_LETTER = 12;

  /// What this person says, if anything. On the I/O executor; may block.
  interface Mind {
    /// @param text everything that came since the last answer
    /// @param turn how often this person has answered here since the start
    @Nullable String answer(Conversation conversation, Message last, String text, int turn);
  }

  private record Unanswered(String text, ScheduledFuture<?> planned) {}

  private final ChatService chat;
  private final Workers workers;
  private final Mind mind;
  private final Map<String, Unanswered> unanswered = new HashMap<>();
  private final Map<String, Integer> turns = new HashMap<>();

  Answering(ChatService chat, Workers workers, Mind mind) {
    this.chat = chat;
    this.workers = workers;
    this.mind = mind;
    chat.onMessage(this::heard);
  }

  private synchronized void heard(Message message) {
    boolean mine = message.sender().id().equals(chat.ownId());
    boolean fresh = message.createdAt().isAfter(Instant.now().minus(TOO_OLD));
    boolean written =
        message.type() != Message.Type.SYSTEM
            && message.type() != Message.Type.CALL
            && message.deletedAt() == null;
    if (mine || !fresh || !written) {
      return;
    }
    String id = message.conversationId();
    Unanswered before = unanswered.get(id);
    String said = message.content() == null ? "" : message.content();
    if (before != null) {
      before.planned().cancel(false);
    }
    String text = before == null ? said : before.text() + "\n" + said;
    ScheduledFuture<?> planned =
        workers
            .timer()
            .schedule(
                () -> workers.io().execute(() -> consider(message, text, TRIES)),
                READING_MILLIS + ThreadLocalRandom.current().nextLong(400),
                TimeUnit.MILLISECONDS);
    unanswered.put(id, new Unanswered(text, planned));
  }

  /// @param tries how often to look again for a conversation that has not come in yet
  private void consider(Message last, String text, int tries) {
    String id = last.conversationId();
    Conversation conversation = find(id);
    if (conversation == null && tries > 0) {
      workers
          .timer()
          .schedule(
              () -> workers.io().execute(() -> consider(last, text, tries - 1)),
              READING_MILLIS,
              TimeUnit.MILLISECONDS);
      return;
    }
    int turn;
    synchronized (this) {
      unanswered.remove(id);
      turn = turns.merge(id, 1, Integer::sum) - 1;
    }
    if (conversation == null) {
      LOG.debug("{} is no conversation of ours", id);
      return;
    }
    chat.markRead(id);
    String answer = mind.answer(conversation, last, text, turn);
    if (answer != null) {
      chat.typed(id);
      long typing = Math.min(TYPING_MOST_MILLIS, TYPING_MILLIS + answer.length() * MILLIS_A_LETTER);
      workers.timer().schedule(() -> send(id, answer), typing, TimeUnit.MILLISECONDS);
    }
  }

  private void send(String conversationId, String answer) {
    chat.send(conversationId, answer)
        .whenComplete((sent, failure) -> {
          if (failure != null) {
            LOG.warn("An answer could not be written", failure);
          }
        });
  }

  private @Nullable Conversation find(String id) {
    List<Conversation> known = chat.conversations().value();
    return known == null
        ? null
        : known.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  /// The title of a product card; null for anything else.
  static @Nullable String cardTitle(Message message) {
    return message.metadata() == null
        ? null
        : message.metadata().path("product").path("title").textValue();
  }
}

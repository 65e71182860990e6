package dev.windowshop.client.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.Product;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation's messages as lines: days, groups of one sender and minute, notices, and how far
/// one's own have come. Pure.
final class Transcript {
  private final OpenConversation.State state;
  private final String ownId;
  private final Wording wording;
  private final boolean group;
  private final long deliveredTo;
  private final long readTo;
  private final List<Line> lines = new ArrayList<>();
  private @Nullable LocalDate day;

  private Transcript(OpenConversation.State state, String ownId, Wording wording) {
    this.state = state;
    this.ownId = ownId;
    this.wording = wording;
    this.group = state.conversation().kind() == ConversationKind.GROUP;
    List<Participant> others =
        state.conversation().participants().stream()
            .filter(participant -> !participant.user().id().equals(ownId))
            .toList();
    this.deliveredTo = others.stream().mapToLong(Participant::deliveredSeq).min().orElse(0);
    this.readTo = others.stream().mapToLong(Participant::readSeq).min().orElse(0);
  }

  static List<Line> of(OpenConversation.State state, String ownId, Wording wording) {
    Transcript transcript = new Transcript(state, ownId, wording);
    transcript.write();
    return List.copyOf(transcript.lines);
  }

  private void write() {
    List<Message> messages = state.messages();
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      day(message.createdAt());
      Message before = i == 0 ? null : messages.get(i - 1);
      Message after = i + 1 == messages.size() ? null : messages.get(i + 1);
      switch (message.type()) {
        case SYSTEM -> lines.add(notice(message, text(message), false));
        case CALL -> lines.add(notice(message, Wording.call(message.metadata()), true));
        case TEXT, IMAGE, VIDEO, FILE, VOICE, PRODUCT, ORDER, POLL, OFFER, UNKNOWN ->
            lines.add(
                bubble(
                    message,
                    before == null || !together(before, message),
                    after == null || !together(message, after)));
      }
    }
    List<Pending> pending = state.pending();
    for (int i = 0; i < pending.size(); i++) {
      Pending waiting = pending.get(i);
      day(waiting.createdAt());
      lines.add(waiting(waiting, i == 0, i + 1 == pending.size()));
    }
  }

  private void day(Instant at) {
    LocalDate now = wording.day(at);
    if (!now.equals(day)) {
      day = now;
      lines.add(new Line.Day("day-" + now, wording.dayName(now)));
    }
  }

  private boolean together(Message one, Message next) {
    return spoken(one)
        && spoken(next)
        && one.sender().id().equals(next.sender().id())
        && wording.day(one.createdAt()).equals(wording.day(next.createdAt()))
        && one.createdAt()
            .truncatedTo(ChronoUnit.MINUTES)
            .equals(next.createdAt().truncatedTo(ChronoUnit.MINUTES));
  }

  private static boolean spoken(Message message) {
    return message.type() != Message.Type.SYSTEM && message.type() != Message.Type.CALL;
  }

  private Line notice(Message message, String text, boolean call) {
    return new Line.Notice(
        message.id(),
        text,
        wording.time(message.createdAt()),
        call,
        call && Wording.missed(message.metadata()) && !message.sender().id().equals(ownId));
  }

  private Line bubble(Message message, boolean first, boolean last) {
    boolean own = message.sender().id().equals(ownId);
    boolean deleted = message.deletedAt() != null;
    return new Line.Bubble(
        message.clientId(),
        own,
        message.sender().displayName(),
        message.sender().avatarUrl(),
        group && !own && first ? message.sender().displayName() : null,
        deleted ? gone(message) : text(message),
        deleted ? null : product(message.metadata()),
        wording.time(message.createdAt()),
        message.editedAt() != null && !deleted,
        deleted,
        first,
        last,
        own ? delivery(message.seq()) : Line.Delivery.NONE,
        null,
        new Line.Source(message.id(), message.sender().id()));
  }

  private Line waiting(Pending pending, boolean first, boolean last) {
    String content = pending.send().content();
    return new Line.Bubble(
        pending.clientId(),
        true,
        "",
        null,
        null,
        content == null ? "" : content,
        null,
        wording.time(pending.createdAt()),
        false,
        false,
        first,
        last || pending.failed(),
        pending.failed() ? Line.Delivery.FAILED : Line.Delivery.WAITING,
        pending.problem(),
        null);
  }

  private Line.Delivery delivery(long seq) {
    if (seq <= readTo) {
      return Line.Delivery.READ;
    }
    return seq <= deliveredTo ? Line.Delivery.DELIVERED : Line.Delivery.SENT;
  }

  private static String gone(Message message) {
    boolean hidden = message.metadata() != null && message.metadata().path("hidden").asBoolean();
    return hidden ? "A moderator has hidden this message" : "This message was deleted";
  }

  private static String text(Message message) {
    return message.content() == null ? "" : message.content();
  }

  private static @Nullable Product product(@Nullable JsonNode metadata) {
    JsonNode product = metadata == null ? null : metadata.get("product");
    return product != null && product.isObject() ? Json.decode(product, Product.class) : null;
  }
}

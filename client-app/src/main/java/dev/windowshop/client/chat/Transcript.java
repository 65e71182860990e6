package dev.windowshop.client.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.Call;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Participant;
import dev.windowshop.protocol.Product;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A conversation's messages as lines: days, groups of one sender and minute, notices, and how far
/// one's own have come. Pure.
final class Transcript {
  private final OpenConversation.State state;
  private final String ownId;
  private final Wording wording;
  private final long unreadFrom;
  private final boolean group;
  private final long deliveredTo;
  private final long readTo;
  private final Map<String, Message> byId = new HashMap<>();
  private final Map<String, Participant> people = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private @Nullable LocalDate day;

  private Transcript(OpenConversation.State state, String ownId, Wording wording, long unreadFrom) {
    this.state = state;
    this.ownId = ownId;
    this.wording = wording;
    this.unreadFrom = unreadFrom;
    this.group = state.conversation().kind() == ConversationKind.GROUP;
    List<Participant> others =
        state.conversation().participants().stream()
            .filter(participant -> !participant.user().id().equals(ownId))
            .toList();
    this.deliveredTo = others.stream().mapToLong(Participant::deliveredSeq).min().orElse(0);
    this.readTo = others.stream().mapToLong(Participant::readSeq).min().orElse(0);
    byId.putAll(state.answered());
    state.messages().forEach(message -> byId.put(message.id(), message));
    state.conversation().participants().forEach(p -> people.put(p.user().id(), p));
  }

  static List<Line> of(OpenConversation.State state, String ownId, Wording wording) {
    return of(state, ownId, wording, 0);
  }

  /// @param unreadFrom the first place that was not read when it was opened; 0 when all was
  static List<Line> of(
      OpenConversation.State state, String ownId, Wording wording, long unreadFrom) {
    Transcript transcript = new Transcript(state, ownId, wording, unreadFrom);
    transcript.write();
    return List.copyOf(transcript.lines);
  }

  /// The key of a line that was said, or happened; null for one that only parts others.
  static @Nullable String said(Line line) {
    return switch (line) {
      case Line.Bubble bubble -> bubble.key();
      case Line.Notice notice -> notice.key();
      case Line.Day _, Line.NewMessages _ -> null;
    };
  }

  private void write() {
    List<Message> messages = state.messages();
    boolean marked = unreadFrom <= 0;
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      Message before = i == 0 ? null : messages.get(i - 1);
      boolean mark = !marked && message.seq() >= unreadFrom && MessageStore.counts(message, ownId);
      // Above what is shown there are unread ones too: the mark belongs further up.
      if (mark && (i > 0 || state.complete() || message.seq() == unreadFrom)) {
        lines.add(new Line.NewMessages("new", newMessages(messages, i)));
      }
      marked |= mark;
      day(message.createdAt());
      Message after = i + 1 == messages.size() ? null : messages.get(i + 1);
      switch (message.type()) {
        case SYSTEM -> lines.add(notice(message, text(message), null));
        case CALL ->
            lines.add(
                notice(
                    message, Wording.call(message.metadata()), Wording.media(message.metadata())));
        case TEXT, IMAGE, VIDEO, FILE, VOICE, PRODUCT, ORDER, POLL, OFFER, UNKNOWN ->
            lines.add(
                bubble(
                    message,
                    mark || before == null || !together(before, message),
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

  private String newMessages(List<Message> messages, int from) {
    long count =
        messages.subList(from, messages.size()).stream()
            .filter(message -> MessageStore.counts(message, ownId))
            .count();
    return count == 1 ? "1 new message" : count + " new messages";
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

  private Line notice(Message message, String text, Call.@Nullable Media call) {
    return new Line.Notice(
        message.id(),
        text,
        wording.time(message.createdAt()),
        call,
        call != null && Wording.missed(message.metadata()) && !message.sender().id().equals(ownId));
  }

  private Line bubble(Message message, boolean first, boolean last) {
    boolean own = message.sender().id().equals(ownId);
    boolean deleted = message.deletedAt() != null;
    JsonNode metadata = message.metadata();
    List<String> mentioned = deleted ? List.of() : mentioned(metadata);
    List<Line.Media> media = deleted ? List.of() : MediaOf.message(message);
    Line.Preview preview = deleted ? null : Previews.of(metadata, text(message), media);
    return new Line.Bubble(
        message.clientId(),
        own,
        message.sender().displayName(),
        message.sender().avatarUrl(),
        group && !own && first ? message.sender().displayName() : null,
        deleted ? gone(message) : spokenText(message),
        without(preview, media),
        deleted ? null : product(metadata),
        deleted ? null : quote(message.replyToId(), metadata),
        preview,
        message.reactions().stream().map(this::reacted).toList(),
        mentioned,
        !deleted && !own && names(metadata, ownId),
        !deleted && metadata != null && metadata.path("forwarded").asBoolean(),
        wording.time(message.createdAt()),
        message.editedAt() != null && !deleted,
        deleted,
        first,
        last,
        own ? delivery(message.seq()) : Line.Delivery.NONE,
        null,
        new Line.Source(message));
  }

  /// The picture of a preview is shown in it.
  private static List<Line.Media> without(Line.@Nullable Preview preview, List<Line.Media> media) {
    return preview != null && preview.picture() != null ? List.of() : media;
  }

  private Line waiting(Pending pending, boolean first, boolean last) {
    JsonNode metadata = pending.send().metadata();
    String content =
        pending.send().type() == Message.Type.POLL && metadata != null
            ? metadata.path("question").asText()
            : pending.send().content();
    List<Line.Media> media = MediaOf.pending(pending);
    Line.Preview preview = Previews.of(metadata, content == null ? "" : content, media);
    return new Line.Bubble(
        pending.clientId(),
        true,
        "",
        null,
        null,
        content == null ? "" : content,
        without(preview, media),
        null,
        quote(pending.send().replyToId(), metadata),
        preview,
        List.of(),
        mentioned(metadata),
        false,
        metadata != null && metadata.path("forwarded").asBoolean(),
        wording.time(pending.createdAt()),
        false,
        false,
        first,
        last || pending.failed(),
        pending.failed() ? Line.Delivery.FAILED : Line.Delivery.WAITING,
        pending.failed() ? pending.problem() : pending.waits(),
        null);
  }

  private Line.@Nullable Quote quote(@Nullable String messageId, @Nullable JsonNode metadata) {
    if (messageId == null) {
      return story(metadata);
    }
    Message answered = byId.get(messageId);
    if (answered == null) {
      return new Line.Quote(messageId, 0, "", "An earlier message", null, null);
    }
    boolean deleted = answered.deletedAt() != null;
    List<Line.Media> media = deleted ? List.of() : MediaOf.message(answered);
    Line.Media first = media.isEmpty() ? null : media.getFirst();
    boolean pictured =
        first != null
            && (first.kind() == FileKind.IMAGE
                || (first.kind() == FileKind.VIDEO && first.thumbUrl() != null));
    return new Line.Quote(
        messageId,
        answered.seq(),
        answered.sender().id().equals(ownId) ? "You" : answered.sender().displayName(),
        Wording.said(answered),
        pictured ? first : null,
        null);
  }

  /// Nothing of what a status said is kept with its answer: who shows it looks whether it is there.
  private Line.@Nullable Quote story(@Nullable JsonNode metadata) {
    JsonNode story = metadata == null ? null : metadata.get("story");
    if (story == null || !story.isObject()) {
      return null;
    }
    String author = story.path("authorId").asText();
    Participant participant = people.get(author);
    String whose =
        author.equals(ownId)
            ? "Your status"
            : participant == null
                ? "A status"
                : participant.user().displayName() + "\u2019s status";
    String text =
        switch (story.path("type").asText()) {
          case "image" -> "A picture";
          case "video" -> "A video";
          case String _ -> "A status";
        };
    return new Line.Quote("", 0, whose, text, null, story.path("id").asText());
  }

  private Line.Reacted reacted(Message.Reaction reaction) {
    List<String> names =
        reaction.userIds().stream()
            .map(id -> {
              Participant participant = people.get(id);
              return id.equals(ownId)
                  ? "You"
                  : participant == null ? "Somebody" : participant.user().displayName();
            })
            .toList();
    return new Line.Reacted(
        reaction.emoji(),
        reaction.userIds().size(),
        reaction.userIds().contains(ownId),
        String.join(", ", names));
  }

  private static boolean names(@Nullable JsonNode metadata, String userId) {
    if (metadata != null) {
      for (JsonNode id : metadata.path("mentions")) {
        if (id.asText().equals(userId)) {
          return true;
        }
      }
    }
    return false;
  }

  /// The user names of those it names.
  private List<String> mentioned(@Nullable JsonNode metadata) {
    List<String> names = new ArrayList<>();
    if (metadata != null) {
      for (JsonNode id : metadata.path("mentions")) {
        Participant participant = people.get(id.asText());
        if (participant != null) {
          names.add(participant.user().username());
        }
      }
    }
    return List.copyOf(names);
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

  private static String spokenText(Message message) {
    return message.type() == Message.Type.UNKNOWN && message.content() == null
        ? "This needs a newer Windowshop."
        : text(message);
  }

  private static @Nullable Product product(@Nullable JsonNode metadata) {
    JsonNode product = metadata == null ? null : metadata.get("product");
    return product != null && product.isObject() ? Json.decode(product, Product.class) : null;
  }
}

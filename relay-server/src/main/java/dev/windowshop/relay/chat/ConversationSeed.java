package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.windowshop.protocol.ConversationKind;
import dev.windowshop.protocol.Ids;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Role;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes conversations that took place before anybody was connected, with their own times. Runs
/// inside the caller's unit of work, checks nothing and tells nobody.
public final class ConversationSeed {
  /// A conversation with all that was said, oldest first.
  ///
  /// @param memberIds a group's owner first; of a listing the shopper, then the seller
  public record Past(
      String id,
      ConversationKind kind,
      @Nullable String name,
      @Nullable String description,
      @Nullable String productId,
      @Nullable String shopId,
      List<String> memberIds,
      List<Said> said) {}

  /// @param productId shown as a card with the text
  public record Said(
      String id,
      String clientId,
      String senderId,
      String text,
      @Nullable String productId,
      Instant at) {}

  private final ConversationRepository conversations = new ConversationRepository();
  private final ParticipantRepository participants = new ParticipantRepository();
  private final MessageRepository messages = new MessageRepository();

  /// @param unreadBy has yet to read the last message, unless it is their own; the others have read
  ///   everything
  public void write(Handle handle, Past past, @Nullable String unreadBy, Instant now) {
    Instant began = past.said().isEmpty() ? now : past.said().getFirst().at();
    boolean group = past.kind() == ConversationKind.GROUP;
    ConversationRow row =
        new ConversationRow(
            past.id(),
            past.kind(),
            past.name(),
            past.description(),
            null,
            past.productId(),
            past.shopId(),
            true,
            group ? Math.max(ChatConfig.DEFAULT_MAX_MEMBERS, past.memberIds().size()) : 2,
            0,
            1,
            1,
            began,
            began,
            false,
            null,
            List.of());
    if (!conversations.insert(handle, row, key(past))) {
      return;
    }
    for (int i = 0; i < past.memberIds().size(); i++) {
      Role role = group && i == 0 ? Role.OWNER : Role.MEMBER;
      participants.add(handle, past.id(), past.memberIds().get(i), role, began, 1, 0, row.change());
    }
    long seq = 0;
    long change = row.change();
    for (Said said : past.said()) {
      var counters = conversations.advanceSeq(handle, past.id(), said.at());
      seq = counters.seq();
      change = counters.change();
      messages.insert(handle, row(past, said, seq, change));
    }
    for (String member : past.memberIds()) {
      boolean own = !past.said().isEmpty() && past.said().getLast().senderId().equals(member);
      boolean behind = member.equals(unreadBy) && !own && seq > 0;
      participants.mark(handle, past.id(), member, seq, behind ? seq - 1 : seq, change);
    }
  }

  private static MessageRow row(Past past, Said said, long seq, long change) {
    JsonNode metadata =
        said.productId() == null
            ? null
            : Json.mapper().createObjectNode().put("productId", said.productId());
    MessageWriter.Draft draft =
        new MessageWriter.Draft(
            past.id(),
            said.senderId(),
            said.clientId(),
            said.productId() == null ? Message.Type.TEXT : Message.Type.PRODUCT,
            said.text(),
            null,
            metadata,
            said.at());
    return new MessageRow(
        Ids.isId(said.id()) ? said.id() : Ids.newId(),
        past.id(),
        seq,
        change,
        said.clientId(),
        BodyHash.of(draft),
        said.senderId(),
        draft.type(),
        said.text(),
        null,
        metadata,
        said.at(),
        null,
        null);
  }

  private static @Nullable String key(Past past) {
    String first = past.memberIds().getFirst();
    return switch (past.kind()) {
      case DIRECT -> {
        String other = past.memberIds().getLast();
        yield first.compareTo(other) < 0
            ? "direct:" + first + ":" + other
            : "direct:" + other + ":" + first;
      }
      case LISTING ->
          "listing:"
              + first
              + ":"
              + past.shopId()
              + ":"
              + (past.productId() == null ? "" : past.productId());
      case GROUP, UNKNOWN -> null;
    };
  }
}

package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.ProblemException;
import dev.windowshop.protocol.Product;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Makes a draft of what a client sends, or says which field is refused. [#of] needs no database,
/// [#check] does.
final class Drafts {
  private static final int CLIENT_ID_LENGTH = 100;
  private static final int ATTACHMENTS = 20;

  /// What speaks by its metadata.
  private static final Set<Message.Type> CARDS =
      EnumSet.of(Message.Type.PRODUCT, Message.Type.ORDER, Message.Type.POLL, Message.Type.OFFER);

  private final Catalogue catalogue;
  private final Orders orders;
  private final Offers offers;
  private final Attachments attachments;
  private final Stories stories;
  private final ParticipantRepository participants;
  private final MessageRepository messages;
  private final AbsenceRepository absences = new AbsenceRepository();
  private final ChatConfig config;

  Drafts(
      Catalogue catalogue,
      Orders orders,
      Offers offers,
      Attachments attachments,
      Stories stories,
      ParticipantRepository participants,
      MessageRepository messages,
      ChatConfig config) {
    this.catalogue = catalogue;
    this.orders = orders;
    this.offers = offers;
    this.attachments = attachments;
    this.stories = stories;
    this.participants = participants;
    this.messages = messages;
    this.config = config;
  }

  MessageWriter.Draft of(String senderId, String conversationId, Message.Send send) {
    String clientId = Field.text("clientId", send.clientId(), CLIENT_ID_LENGTH);
    Message.Type type = Field.present("type", send.type());
    switch (type) {
      case SYSTEM, CALL -> throw ProblemException.invalid("type", "comes from the relay only");
      case UNKNOWN -> throw ProblemException.invalid("type", "is not known");
      case TEXT, IMAGE, VIDEO, FILE, VOICE, PRODUCT, ORDER, POLL, OFFER -> {}
    }
    String content =
        send.content() == null || Field.isBlank(send.content()) ? null : send.content();
    if (content != null && content.length() > config.contentLength()) {
      throw ProblemException.invalid(
          "content", "is longer than " + config.contentLength() + " characters");
    }
    List<String> attachmentIds = attachmentIds(send);
    if (content == null && attachmentIds.isEmpty() && !CARDS.contains(type)) {
      throw ProblemException.invalid(
          type == Message.Type.TEXT ? "content" : "attachmentIds", "is empty");
    }
    return new MessageWriter.Draft(
        conversationId,
        senderId,
        clientId,
        type,
        content,
        send.replyToId() == null ? null : Field.id("replyToId", send.replyToId()),
        MessageMetadata.of(type, send.metadata()),
        attachmentIds,
        Instant.now());
  }

  private static List<String> attachmentIds(Message.Send send) {
    List<String> ids = send.attachmentIds() == null ? List.of() : send.attachmentIds();
    if (ids.size() > ATTACHMENTS) {
      throw ProblemException.invalid("attachmentIds", "names more than " + ATTACHMENTS);
    }
    ids.forEach(id -> Field.id("attachmentIds", id));
    if (ids.stream().distinct().count() < ids.size()) {
      throw ProblemException.invalid("attachmentIds", "names one twice");
    }
    boolean needed =
        switch (send.type()) {
          case IMAGE, VIDEO, FILE, VOICE -> true;
          case TEXT, PRODUCT, ORDER, POLL, OFFER, SYSTEM, CALL, UNKNOWN -> false;
        };
    if (needed && ids.isEmpty()) {
      throw ProblemException.invalid("attachmentIds", "is empty");
    }
    if (!ids.isEmpty() && CARDS.contains(send.type())) {
      throw ProblemException.invalid("attachmentIds", "is not taken with this type");
    }
    return List.copyOf(ids);
  }

  /// @return the draft with what its card showed when it was sent
  MessageWriter.Draft check(Handle handle, Member sender, MessageWriter.Draft draft) {
    String replyToId = draft.replyToId();
    if (replyToId != null) {
      MessageRow answered = messages.find(handle, replyToId).orElse(null);
      if (answered == null
          || !answered.conversationId().equals(draft.conversationId())
          || !absences.sees(handle, sender, answered.seq())) {
        throw ProblemException.invalid("replyToId", "is no message of this conversation");
      }
    }
    checkMentions(handle, draft);
    checkAttachments(handle, draft);
    return switch (draft.type()) {
      case PRODUCT -> draft.withMetadata(productCard(handle, draft));
      case ORDER -> draft.withMetadata(orderCard(handle, draft));
      case TEXT, IMAGE, VIDEO, FILE, VOICE -> answer(handle, draft);
      case OFFER -> draft.withMetadata(offerCard(handle, draft));
      case POLL, SYSTEM, CALL, UNKNOWN -> draft;
    };
  }

  /// Who left meanwhile may still be named: what was written offline is not refused for that.
  private void checkMentions(Handle handle, MessageWriter.Draft draft) {
    JsonNode metadata = draft.metadata();
    if (metadata == null || !metadata.has(MessageMetadata.MENTIONS)) {
      return;
    }
    Set<String> everIn = participants.everIn(handle, draft.conversationId());
    for (JsonNode mention : metadata.path(MessageMetadata.MENTIONS)) {
      if (!everIn.contains(mention.asText())) {
        throw ProblemException.invalid(
            "metadata.mentions", "names somebody who is not in this conversation");
      }
    }
  }

  /// An answer to a story is said to its author alone.
  private MessageWriter.Draft answer(Handle handle, MessageWriter.Draft draft) {
    JsonNode metadata = draft.metadata();
    if (metadata == null || !metadata.has(MessageMetadata.STORY)) {
      return draft;
    }
    String storyId = metadata.path(MessageMetadata.STORY).path("id").asText();
    Stories.Quoted story =
        stories
            .quote(handle, draft.senderId(), storyId)
            .orElseThrow(() ->
                ProblemException.invalid("metadata.story", "is no story that is still there"));
    boolean reaches =
        participants
            .otherSide(handle, draft.conversationId(), draft.senderId())
            .filter(other -> other.userId().equals(story.authorId()))
            .isPresent();
    if (!reaches) {
      throw ProblemException.invalid("metadata.story", "is of somebody else");
    }
    ObjectNode card = card(draft);
    card.set(MessageMetadata.STORY, story.card());
    return draft.withMetadata(card);
  }

  private ObjectNode productCard(Handle handle, MessageWriter.Draft draft) {
    ObjectNode card = card(draft);
    String productId = card.path("productId").asText();
    Product product = catalogue.products(handle, List.of(productId)).get(productId);
    if (product == null) {
      throw ProblemException.invalid("metadata.productId", "is no product");
    }
    String variantId = card.path("variantId").textValue();
    if (variantId != null
        && product.variants().stream().noneMatch(variant -> variant.id().equals(variantId))) {
      throw ProblemException.invalid("metadata.variantId", "is no variant of the product");
    }
    ObjectNode sent = card.putObject("sent");
    sent.put("title", product.title());
    sent.set("price", Json.tree(product.price()));
    return card;
  }

  private static ObjectNode card(MessageWriter.Draft draft) {
    ObjectNode card = Json.mapper().createObjectNode();
    JsonNode metadata = draft.metadata();
    if (metadata != null) {
      metadata.properties().forEach(field -> card.set(field.getKey(), field.getValue()));
    }
    return card;
  }

  private ObjectNode orderCard(Handle handle, MessageWriter.Draft draft) {
    ObjectNode card = card(draft);
    JsonNode order =
        orders
            .card(handle, draft.senderId(), card.path("orderId").asText())
            .orElseThrow(
                () -> ProblemException.invalid("metadata.orderId", "is no order of yours"));
    card.set("order", order);
    return card;
  }

  /// Made together with its message, for the one whom it reaches.
  private ObjectNode offerCard(Handle handle, MessageWriter.Draft draft) {
    ParticipantRepository.OtherSide buyer =
        participants
            .otherSide(handle, draft.conversationId(), draft.senderId())
            .orElseThrow(
                () -> ProblemException.invalid("type", "is taken in a conversation of two only"));
    JsonNode asked = draft.metadata();
    ObjectNode card = Json.mapper().createObjectNode();
    return card.put(
        MessageMetadata.OFFER_ID,
        offers.make(
            handle,
            draft.senderId(),
            draft.conversationId(),
            buyer.userId(),
            asked == null
                ? new Offer.Make(null, null, null)
                : Json.decode(asked, Offer.Make.class)));
  }

  private void checkAttachments(Handle handle, MessageWriter.Draft draft) {
    JsonNode metadata = draft.metadata();
    boolean pictured =
        metadata != null
            && metadata
                .path(MessageMetadata.PREVIEW)
                .path(MessageMetadata.PICTURE)
                .asBoolean(false);
    if (pictured && draft.attachmentIds().size() != 1) {
      throw ProblemException.invalid(
          "metadata.preview.picture", "is the message's one attachment, and there is none or more");
    }
    if (draft.attachmentIds().isEmpty()) {
      return;
    }
    Map<String, Attachment> found = attachments.read(handle, draft.attachmentIds());
    for (String id : draft.attachmentIds()) {
      Attachment attachment = found.get(id);
      if (attachment == null || !attachments.maySend(handle, draft.senderId(), id)) {
        throw ProblemException.invalid("attachmentIds", "names no upload of yours: " + id);
      }
      boolean fits =
          switch (draft.type()) {
            case IMAGE, VIDEO, VOICE -> attachment.kind().equals(Columns.wire(draft.type()));
            case TEXT -> !pictured || attachment.kind().equals("image");
            case FILE, PRODUCT, ORDER, POLL, OFFER, SYSTEM, CALL, UNKNOWN -> true;
          };
      if (!fits) {
        throw ProblemException.invalid(
            "attachmentIds",
            "names a " + attachment.kind() + ", which is no " + Columns.wire(draft.type()));
      }
    }
    if (draft.type() == Message.Type.VOICE && draft.attachmentIds().size() > 1) {
      throw ProblemException.invalid("attachmentIds", "names more than one recording");
    }
  }
}

package dev.windowshop.relay.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.windowshop.protocol.Attachment;
import dev.windowshop.protocol.Json;
import dev.windowshop.protocol.Message;
import dev.windowshop.protocol.Offer;
import dev.windowshop.protocol.Poll;
import dev.windowshop.protocol.Product;
import dev.windowshop.protocol.User;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Stored messages as the wire shows them: with their sender, their reactions, and the card that
/// they name as it is now.
final class MessageReader {
  private final People people;
  private final Catalogue catalogue;
  private final ReactionRepository reactions;
  private final Offers offers;
  private final PollRepository polls;
  private final MessageAttachmentRepository named;
  private final Attachments attachments;

  MessageReader(
      People people,
      Catalogue catalogue,
      Offers offers,
      ReactionRepository reactions,
      PollRepository polls,
      MessageAttachmentRepository named,
      Attachments attachments) {
    this.people = people;
    this.catalogue = catalogue;
    this.offers = offers;
    this.reactions = reactions;
    this.polls = polls;
    this.named = named;
    this.attachments = attachments;
  }

  Message read(Handle handle, MessageRow row) {
    return read(handle, List.of(row)).getFirst();
  }

  /// A message that was just stored: nobody has reacted to it, and what it names is known.
  Message readNew(Handle handle, MessageRow row, List<String> attachmentIds) {
    Map<String, List<Attachment>> attached =
        attachmentIds.isEmpty() ? Map.of() : attached(handle, Map.of(row.id(), attachmentIds));
    return read(handle, List.of(row), Map.of(), attached).getFirst();
  }

  List<Message> read(Handle handle, List<MessageRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<String> ids = rows.stream().map(MessageRow::id).toList();
    Map<String, List<String>> names = named.of(handle, ids);
    return read(
        handle,
        rows,
        reactions.of(handle, ids),
        names.isEmpty() ? Map.of() : attached(handle, names));
  }

  private List<Message> read(
      Handle handle,
      List<MessageRow> rows,
      Map<String, List<Message.Reaction>> reacted,
      Map<String, List<Attachment>> attached) {
    Set<String> senders = new HashSet<>();
    Set<String> cards = new HashSet<>();
    Set<String> asking = new HashSet<>();
    Set<String> offered = new HashSet<>();
    for (MessageRow row : rows) {
      senders.add(row.senderId());
      String productId = productId(row);
      if (productId != null) {
        cards.add(productId);
      }
      if (asks(row)) {
        asking.add(row.id());
      }
      String offerId = offerId(row);
      if (offerId != null) {
        offered.add(offerId);
      }
    }
    Map<String, User> users = people.users(handle, senders);
    Map<String, Product> products = cards.isEmpty() ? Map.of() : catalogue.products(handle, cards);
    Map<String, PollRepository.Standing> standings = polls.of(handle, asking);
    Map<String, Offer> open = offered.isEmpty() ? Map.of() : offers.cards(handle, offered);
    return rows.stream()
        .map(row ->
            new Message(
                row.id(),
                row.conversationId(),
                row.seq(),
                row.change(),
                row.clientId(),
                sender(row.senderId(), users.get(row.senderId())),
                row.type(),
                row.content(),
                row.replyToId(),
                // One that a moderator hid still has them, for the day it is shown again.
                row.deletedAt() == null ? attached.getOrDefault(row.id(), List.of()) : List.of(),
                asks(row)
                    ? poll(row, standings.getOrDefault(row.id(), PollRepository.Standing.FRESH))
                    : metadata(row, products, open),
                reacted.getOrDefault(row.id(), List.of()),
                row.createdAt(),
                row.editedAt(),
                row.deletedAt()))
        .toList();
  }

  private Map<String, List<Attachment>> attached(Handle handle, Map<String, List<String>> ids) {
    Map<String, Attachment> found =
        attachments.read(handle, ids.values().stream().flatMap(List::stream).distinct().toList());
    Map<String, List<Attachment>> attached = new HashMap<>();
    ids.forEach((messageId, all) ->
        attached.put(messageId, all.stream().map(found::get).filter(Objects::nonNull).toList()));
    return attached;
  }

  /// The product that a card names.
  static @Nullable String productId(MessageRow row) {
    return row.type() == Message.Type.PRODUCT && row.metadata() != null
        ? row.metadata().path("productId").textValue()
        : null;
  }

  /// A poll that is not gone.
  private static boolean asks(MessageRow row) {
    return row.type() == Message.Type.POLL && row.deletedAt() == null && row.metadata() != null;
  }

  private static JsonNode poll(MessageRow row, PollRepository.Standing standing) {
    JsonNode stored = row.metadata();
    ObjectNode poll = Json.mapper().createObjectNode();
    if (stored != null) {
      stored.properties().forEach(field -> poll.set(field.getKey(), field.getValue()));
    }
    poll.set(
        "closedAt", standing.closedAt() == null ? poll.nullNode() : Json.tree(standing.closedAt()));
    ArrayNode votes = poll.putArray("votes");
    for (int option = 0; option < poll.path("options").size(); option++) {
      votes.add(
          Json.tree(new Poll.Tally(option, standing.votes().getOrDefault(option, List.of()))));
    }
    return poll;
  }

  private static Message.Sender sender(String id, @Nullable User user) {
    return user == null
        ? new Message.Sender(id, "deleted", "Deleted account", null)
        : new Message.Sender(id, user.username(), user.displayName(), user.avatarUrl());
  }

  /// The offer that a card names.
  static @Nullable String offerId(MessageRow row) {
    return row.type() == Message.Type.OFFER && row.metadata() != null
        ? row.metadata().path(MessageMetadata.OFFER_ID).textValue()
        : null;
  }

  private static @Nullable JsonNode metadata(
      MessageRow row, Map<String, Product> products, Map<String, Offer> offers) {
    String productId = productId(row);
    String offerId = offerId(row);
    JsonNode stored = row.metadata();
    if (offerId != null && stored != null) {
      ObjectNode card = Json.mapper().createObjectNode().put(MessageMetadata.OFFER_ID, offerId);
      Offer offer = offers.get(offerId);
      card.set("offer", offer == null ? card.nullNode() : Json.tree(offer));
      return card;
    }
    if (productId == null || stored == null) {
      return stored;
    }
    ObjectNode card = Json.mapper().createObjectNode();
    stored.properties().forEach(field -> card.set(field.getKey(), field.getValue()));
    Product product = products.get(productId);
    card.set("product", product == null ? card.nullNode() : Json.tree(product));
    return card;
  }
}
